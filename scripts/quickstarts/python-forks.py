"""Runs Python files as `python FILE` does, each in a fork of this interpreter, so that an SDK is read once.

Every line of standard input is a job: {"file", "folder", "environment", "seconds"}. What it prints goes to
`stdout` and `stderr` in its folder, and its status is answered in a line, as a shell gives it. A fork has a
namespace, an environment and a folder of its own; it shares with the others only modules that are read.
"""

import gc
import importlib
import json
import os
import runpy
import signal
import sys


def run(job):
    """Becomes the program of a job; what it raises ends the fork as it would end the program."""
    os.chdir(job["folder"])
    os.environ.clear()
    os.environ.update(job["environment"])
    for number, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT), number)
    signal.alarm(job["seconds"])
    sys.argv = [job["file"]]
    sys.path[0] = job["folder"]
    known = set(sys.modules)
    runpy.run_path(job["file"], run_name="__main__")
    with open("modules", "w") as file:
        file.write("\n".join(name for name in sys.modules if name not in known))


def modules_of(folder):
    """Names what a program had read that ended well; one that ended otherwise leaves no list."""
    path = os.path.join(folder, "modules")
    if not os.path.exists(path):
        return []
    with open(path) as file:
        return file.read().split()


def read(modules):
    """Reads modules for the forks to come."""
    for name in modules:
        try:
            importlib.import_module(name)
        except Exception:
            # A module that stands only in that program; the next one reads it by itself.
            continue
    # Else every fork looks through all of them when it ends, which takes longer than what it ran.
    gc.freeze()


def main():
    for line in sys.stdin:
        job = json.loads(line)
        fork = os.fork()
        if fork == 0:
            run(job)
            return
        status = os.waitstatus_to_exitcode(os.waitpid(fork, 0)[1])
        modules = modules_of(job["folder"])
        # Whoever reads the answer removes the folder.
        print(status, flush=True)
        read(modules)


main()

import { parentPort, workerData } from 'node:worker_threads';
import { parseShare, type Share } from './parse-share.ts';

// A thread beside the main one: parses its share of the files, and answers once.
parentPort?.postMessage(parseShare(workerData as Share));

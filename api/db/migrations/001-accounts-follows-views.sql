-- Who signed in: the pair that a token names, and nothing that tells who it is.
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (issuer, subject)
) STRICT;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_user ON sessions (user_id);
CREATE INDEX sessions_by_end ON sessions (expires_at);

-- What the processes on this database share and nobody else knows, such as the key of the sessions.
CREATE TABLE secrets (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Models are named by slug. A model that leaves the catalog keeps its rows.
CREATE TABLE follows (
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  model TEXT NOT NULL,
  followed_at TEXT NOT NULL,
  PRIMARY KEY (user_id, model)
) STRICT, WITHOUT ROWID;

CREATE INDEX follows_by_model ON follows (model, followed_at);
CREATE INDEX follows_by_time ON follows (followed_at, model);

-- Day totals only: nothing here tells who viewed.
CREATE TABLE views (
  day TEXT NOT NULL CHECK (day LIKE '____-__-__'),
  model TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  PRIMARY KEY (day, model)
) STRICT, WITHOUT ROWID;

CREATE INDEX views_by_model ON views (model, day);

-- Kept by the triggers below, in the transaction of what they count.
CREATE TABLE model_counts (
  model TEXT PRIMARY KEY,
  follow_count INTEGER NOT NULL DEFAULT 0 CHECK (follow_count >= 0),
  view_count INTEGER NOT NULL DEFAULT 0 CHECK (view_count >= 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER follows_added AFTER INSERT ON follows BEGIN
  INSERT INTO model_counts (model, follow_count) VALUES (NEW.model, 1)
  ON CONFLICT (model) DO UPDATE SET follow_count = follow_count + 1;
END;

CREATE TRIGGER follows_removed AFTER DELETE ON follows BEGIN
  UPDATE model_counts SET follow_count = follow_count - 1 WHERE model = OLD.model;
END;

CREATE TRIGGER views_added AFTER INSERT ON views BEGIN
  INSERT INTO model_counts (model, view_count) VALUES (NEW.model, NEW.count)
  ON CONFLICT (model) DO UPDATE SET view_count = view_count + NEW.count;
END;

CREATE TRIGGER views_grown AFTER UPDATE OF count ON views BEGIN
  UPDATE model_counts SET view_count = view_count + NEW.count - OLD.count WHERE model = NEW.model;
END;

CREATE TRIGGER views_removed AFTER DELETE ON views BEGIN
  UPDATE model_counts SET view_count = view_count - OLD.count WHERE model = OLD.model;
END;

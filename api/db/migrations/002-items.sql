-- One row. The edition grows by one with every storing of items, so that a list can be read again as
-- it stood when its first page was, and a writer notices that another has been there before it.
CREATE TABLE item_editions (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  edition INTEGER NOT NULL CHECK (edition >= 0)
) STRICT;

INSERT INTO item_editions (only, edition) VALUES (1, 0);

-- What is told of models elsewhere. Numbers are for joins and the search; the id is what the world sees.
CREATE TABLE items (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('news', 'discussions', 'jobs')),
  url TEXT NOT NULL,
  url_key TEXT NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  summary TEXT,
  author TEXT,
  published_at TEXT CHECK (published_at LIKE '____-__-__T%Z'),
  first_seen_at TEXT NOT NULL CHECK (first_seen_at LIKE '____-__-__T%Z'),
  updated_at TEXT NOT NULL CHECK (updated_at LIKE '____-__-__T%Z'),
  closed_at TEXT CHECK (closed_at LIKE '____-__-__T%Z'),
  score INTEGER,
  comments INTEGER CHECK (comments >= 0),
  company TEXT,
  place TEXT,
  is_remote INTEGER CHECK (is_remote IN (0, 1)),
  employment_type TEXT,
  salary TEXT,
  -- The storing that brought it, and the one that closed it.
  edition INTEGER NOT NULL,
  closed_edition INTEGER,
  -- The version of the catalog that its links were made with.
  linked_with TEXT NOT NULL,
  CHECK ((closed_at IS NULL) = (closed_edition IS NULL)),
  CHECK (kind = 'jobs' OR closed_at IS NULL),
  CHECK ((kind = 'jobs') = (company IS NOT NULL))
) STRICT;

CREATE INDEX items_by_address ON items (kind, url_key);
CREATE INDEX items_by_catalog ON items (linked_with);

-- Where an item is found. Of several places the first, with the lowest number, tells what it says.
CREATE TABLE item_places (
  number INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  external_id TEXT NOT NULL,
  item INTEGER NOT NULL REFERENCES items (number) ON DELETE CASCADE,
  url TEXT NOT NULL,
  -- The models that the source itself names, as a JSON array; NULL where it leaves that to us.
  stated TEXT CHECK (json_valid(stated)),
  -- Whether it is still on its board; NULL where the source never tells everything that it has.
  is_listed INTEGER CHECK (is_listed IN (0, 1)),
  UNIQUE (source, kind, external_id)
) STRICT;

CREATE INDEX item_places_by_item ON item_places (item);
CREATE INDEX item_places_on_boards ON item_places (source) WHERE is_listed = 1;

-- Which models an item is about, and why we say so. Models are named by slug.
CREATE TABLE item_models (
  item INTEGER NOT NULL REFERENCES items (number) ON DELETE CASCADE,
  model TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('model', 'series', 'family')),
  words TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence >= 0 AND confidence <= 1),
  reason TEXT NOT NULL CHECK (reason <> ''),
  how TEXT NOT NULL CHECK (how IN ('stated', 'linked', 'corrected')),
  PRIMARY KEY (item, model)
) STRICT, WITHOUT ROWID;

-- The lists that an item stands in, each in the order of its pages, with what a page asks of it: the
-- list of everything, of a model, of those that only name a model's family, of a provider, of a
-- source, and of jobs by whether they are remote.
CREATE TABLE listings (
  list TEXT NOT NULL CHECK (list IN ('all', 'model', 'family', 'provider', 'source', 'remote')),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  listed_at TEXT NOT NULL,
  item INTEGER NOT NULL REFERENCES items (number) ON DELETE CASCADE,
  edition INTEGER NOT NULL,
  closed_edition INTEGER,
  PRIMARY KEY (list, name, kind, listed_at, item)
) STRICT, WITHOUT ROWID;

CREATE INDEX listings_by_item ON listings (item, list, name);

-- How many open items are about a model, those aside that only name its family.
ALTER TABLE model_counts ADD COLUMN news_count INTEGER NOT NULL DEFAULT 0 CHECK (news_count >= 0);
ALTER TABLE model_counts ADD COLUMN discussion_count INTEGER NOT NULL DEFAULT 0 CHECK (discussion_count >= 0);
ALTER TABLE model_counts ADD COLUMN job_count INTEGER NOT NULL DEFAULT 0 CHECK (job_count >= 0);

CREATE TRIGGER listings_added AFTER INSERT ON listings
WHEN NEW.list = 'model' AND NEW.closed_edition IS NULL BEGIN
  INSERT INTO model_counts (model, news_count, discussion_count, job_count)
  VALUES (NEW.name, NEW.kind = 'news', NEW.kind = 'discussions', NEW.kind = 'jobs')
  ON CONFLICT (model) DO UPDATE SET
    news_count = news_count + excluded.news_count,
    discussion_count = discussion_count + excluded.discussion_count,
    job_count = job_count + excluded.job_count;
END;

CREATE TRIGGER listings_removed AFTER DELETE ON listings
WHEN OLD.list = 'model' AND OLD.closed_edition IS NULL BEGIN
  UPDATE model_counts SET
    news_count = news_count - (OLD.kind = 'news'),
    discussion_count = discussion_count - (OLD.kind = 'discussions'),
    job_count = job_count - (OLD.kind = 'jobs')
  WHERE model = OLD.name;
END;

CREATE TRIGGER listings_closed AFTER UPDATE OF closed_edition ON listings
WHEN NEW.list = 'model' AND OLD.closed_edition IS NULL AND NEW.closed_edition IS NOT NULL BEGIN
  UPDATE model_counts SET job_count = job_count - 1 WHERE model = NEW.name;
END;

-- The words of the items, found by SQLite's own full-text index.
CREATE VIRTUAL TABLE item_words USING fts5 (
  title,
  summary,
  company,
  content = 'items',
  content_rowid = 'number',
  tokenize = "unicode61 remove_diacritics 2"
);

CREATE TRIGGER items_worded AFTER INSERT ON items BEGIN
  INSERT INTO item_words (rowid, title, summary, company)
  VALUES (NEW.number, NEW.title, NEW.summary, NEW.company);
END;

CREATE TRIGGER items_reworded AFTER UPDATE OF title, summary, company ON items
WHEN (OLD.title, OLD.summary, OLD.company) IS NOT (NEW.title, NEW.summary, NEW.company) BEGIN
  INSERT INTO item_words (item_words, rowid, title, summary, company)
  VALUES ('delete', OLD.number, OLD.title, OLD.summary, OLD.company);
  INSERT INTO item_words (rowid, title, summary, company)
  VALUES (NEW.number, NEW.title, NEW.summary, NEW.company);
END;

CREATE TRIGGER items_unworded AFTER DELETE ON items BEGIN
  INSERT INTO item_words (item_words, rowid, title, summary, company)
  VALUES ('delete', OLD.number, OLD.title, OLD.summary, OLD.company);
END;

-- How each outside source does, and what to ask it with the next time.
CREATE TABLE source_states (
  source TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT,
  checked_at TEXT,
  succeeded_at TEXT,
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  error TEXT
) STRICT, WITHOUT ROWID;

-- The secret links of personal feeds. Only a hash of the key is kept: who reads this table reads no feed.
CREATE TABLE feed_keys (
  user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  hash TEXT NOT NULL UNIQUE,
  made_at TEXT NOT NULL
) STRICT;

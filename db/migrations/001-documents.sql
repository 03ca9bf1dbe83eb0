-- A document is its bytes: nothing in this table ever changes. What reading made of them, and where they were found,
-- belongs to the run that read them.
create table documents (
  id text primary key check (length(id) = 64),          -- SHA-256 of the bytes
  bytes blob not null,                                  -- compressed with zlib
  text blob,                                            -- compressed with zlib; null where the bytes are this text in UTF-8
  text_sha256 text not null check (length(text_sha256) = 64),
  text_length integer not null check (text_length >= 0), -- in UTF-16 code units, as every offset
  added_at text not null
) strict;

create trigger documents_are_unchanged before update on documents
begin
  select raise(abort, 'documents never change');
end;

create trigger documents_are_kept before delete on documents
begin
  select raise(abort, 'documents are never deleted');
end;

-- Each attempt at a file, whether it was read or not. A failure is cleared by a later success, and stays on record.
create table runs (
  id integer primary key autoincrement,
  path text not null,                                   -- as given
  outcome text not null check (outcome in ('done', 'failed')),
  document text references documents (id),
  tocsin text,
  extractor text,
  started_at text not null,
  finished_at text not null,
  media_type text,                                      -- the same bytes may be read as text and as Markdown
  title text,
  publisher text,
  published text,
  language text,
  url text,
  licence text,
  retrieved text,
  glossary text,                                        -- JSON
  notices text,                                         -- JSON
  paragraphs_sha256 text,
  findings_sha256 text,                                 -- over annotation, rule and confidence of all that it found
  reason text,
  remedy text,
  sha256 text not null check (length(sha256) = 64),     -- over all of the above but the id
  check (
    case outcome
      when 'done' then
        document is not null and tocsin is not null and extractor is not null and media_type is not null
        and glossary is not null and notices is not null and paragraphs_sha256 is not null and findings_sha256 is not null
        and reason is null
      else document is null and reason is not null
    end
  )
) strict;

create index runs_of_document on runs (document, id);
create index runs_of_path on runs (path, id);

create trigger runs_are_unchanged before update on runs
begin
  select raise(abort, 'runs never change');
end;

create trigger runs_are_kept before delete on runs
begin
  select raise(abort, 'runs are never deleted');
end;

-- The newest reading of each document. Extraction again with other rules or other metadata makes a newer one.
create view newest_runs as
select document, max(id) as run
from runs
where outcome = 'done'
group by document;

create view current_documents as
select
  documents.id, documents.text_length, documents.added_at,
  runs.id as run, runs.path, runs.tocsin, runs.extractor, runs.finished_at, runs.media_type,
  runs.title, runs.publisher, runs.published, runs.language, runs.url, runs.licence, runs.retrieved,
  runs.glossary, runs.notices, runs.paragraphs_sha256
from documents
join newest_runs on newest_runs.document = documents.id
join runs on runs.id = newest_runs.run;

create view current_failures as
select failure.id as run, failure.path, failure.reason, failure.remedy, failure.finished_at as at
from runs as failure
where failure.outcome = 'failed'
  and not exists (select 1 from runs as later where later.path = failure.path and later.id > failure.id);

-- As the newest run read them: a better reader replaces them, the source spans of annotations do not depend on them.
create table paragraphs (
  id integer primary key,
  document text not null references documents (id),
  position integer not null check (position >= 0),
  kind text not null,
  headings text not null,                               -- JSON: texts, outermost first
  page integer check (page >= 1),
  ranges text not null,                                 -- JSON: [start, end] in the source
  text text not null,
  map text not null,                                    -- JSON: [clean, cleanLength, source, sourceLength]
  unique (document, position)
) strict;

create virtual table paragraph_search using fts5 (
  text,
  content = 'paragraphs',
  content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2'
);

create trigger paragraphs_inserted after insert on paragraphs
begin
  insert into paragraph_search (rowid, text) values (new.id, new.text);
end;

create trigger paragraphs_deleted after delete on paragraphs
begin
  insert into paragraph_search (paragraph_search, rowid, text) values ('delete', old.id, old.text);
end;

create trigger paragraphs_updated after update on paragraphs
begin
  insert into paragraph_search (paragraph_search, rowid, text) values ('delete', old.id, old.text);
  insert into paragraph_search (rowid, text) values (new.id, new.text);
end;

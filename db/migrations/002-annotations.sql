-- What was found, once and for all: the id is a hash of the content, so that the same finding is the same row in every
-- run and in every database. The number, which is this database's own, keeps the table below small.
create table annotations (
  number integer primary key,
  id text not null unique check (length(id) = 64),
  document text not null references documents (id),
  layer text not null check (layer in ('date', 'actor', 'casualty', 'warning')),
  span_start integer not null check (span_start >= 0),
  span_end integer not null,
  exact text not null,
  fields text not null check (json_valid(fields)),      -- canonical JSON
  origin text not null check (origin in ('rule', 'reviewer', 'import')),
  check (span_end > span_start)
) strict;

create index annotations_of_document on annotations (document, span_start);

create trigger annotations_are_unchanged before update on annotations
begin
  select raise(abort, 'annotations never change: decide on them instead');
end;

create trigger annotations_are_kept before delete on annotations
begin
  select raise(abort, 'annotations are never deleted: reject them instead');
end;

-- Which run found which annotation, by which rule.
create table run_annotations (
  run integer not null references runs (id),
  annotation integer not null references annotations (number),
  rule text not null,
  confidence real not null check (confidence between 0 and 1),
  primary key (run, annotation)
) strict, without rowid;

create index runs_of_annotation on run_annotations (annotation, run);

create trigger run_annotations_are_unchanged before update on run_annotations
begin
  select raise(abort, 'what a run found never changes');
end;

create trigger run_annotations_are_kept before delete on run_annotations
begin
  select raise(abort, 'what a run found is never deleted');
end;

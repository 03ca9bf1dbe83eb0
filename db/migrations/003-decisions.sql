create table reviewers (
  name text primary key check (name <> ''),
  added_at text not null
) strict;

create trigger reviewers_are_unchanged before update on reviewers
begin
  select raise(abort, 'reviewers never change');
end;

create trigger reviewers_are_kept before delete on reviewers
begin
  select raise(abort, 'reviewers are never deleted');
end;

-- Everything that people decide, in the order in which they decided it. Each link's hash covers its content and the
-- hash before it, so that no decision can be changed, left out or put between unseen.
create table ledger (
  link integer primary key autoincrement,
  kind text not null,                                   -- the table that holds the content
  previous text not null unique,
  hash text not null unique check (length(hash) = 64)
) strict;

create trigger ledger_is_a_chain before insert on ledger
when new.previous is not coalesce((select hash from ledger order by link desc limit 1), printf('%064d', 0))
begin
  select raise(abort, 'what is decided follows what was decided last');
end;

create trigger ledger_is_unchanged before update on ledger
begin
  select raise(abort, 'what was decided never changes');
end;

create trigger ledger_is_kept before delete on ledger
begin
  select raise(abort, 'what was decided is never deleted');
end;

create table decisions (
  link integer primary key references ledger (link),
  annotation text not null references annotations (id),
  reviewer text not null references reviewers (name),
  verdict text not null check (verdict in ('accept', 'correct', 'reject', 'withdraw')),
  span_start integer check (span_start >= 0),
  span_end integer check (span_end > span_start),
  fields text check (fields is null or json_valid(fields)), -- canonical JSON
  note text,
  withdrawn integer unique references decisions (link), -- the decision that a withdrawal takes back
  decided_at text not null,
  check ((verdict = 'withdraw') = (withdrawn is not null)),
  check (
    case verdict
      when 'correct' then span_start is not null and span_end is not null and fields is not null
      else span_start is null and span_end is null and fields is null
    end
  )
) strict;

create index decisions_of_annotation on decisions (annotation, link);

create trigger decisions_are_unchanged before update on decisions
begin
  select raise(abort, 'decisions never change');
end;

create trigger decisions_are_kept before delete on decisions
begin
  select raise(abort, 'decisions are never deleted: withdraw them instead');
end;

create trigger withdrawals_are_ones_own before insert on decisions
when new.verdict = 'withdraw' and not exists (
  select 1 from decisions
  where link = new.withdrawn and annotation = new.annotation and reviewer = new.reviewer and verdict <> 'withdraw'
)
begin
  select raise(abort, 'a reviewer withdraws only a decision of their own, on the same annotation');
end;

create view standing_decisions as
select link, annotation, reviewer, verdict, span_start, span_end, fields, note, decided_at
from decisions
where verdict <> 'withdraw'
  and not exists (select 1 from decisions as withdrawal where withdrawal.withdrawn = decisions.link);

-- What holds of every annotation now: the newest decision that stands, else the machine's finding.
create view annotation_states as
select
  annotations.number, annotations.id, annotations.document, annotations.layer, annotations.origin,
  annotations.span_start as machine_start, annotations.span_end as machine_end,
  annotations.exact as machine_exact, annotations.fields as machine_fields,
  coalesce(holding.span_start, annotations.span_start) as span_start,
  coalesce(holding.span_end, annotations.span_end) as span_end,
  coalesce(holding.fields, annotations.fields) as fields,
  case holding.verdict
    when 'accept' then 'accepted'
    when 'correct' then 'corrected'
    when 'reject' then 'rejected'
    else 'pending'
  end as state,
  holding.link as decision, holding.reviewer, holding.note, holding.decided_at,
  coalesce((select max(link) from decisions where decisions.annotation = annotations.id), 0) as version
from annotations
left join decisions as holding on holding.link = (
  select max(link) from standing_decisions where standing_decisions.annotation = annotations.id
);

-- Those that count: found by the newest run of their document, or decided, or made by a person. `found` is 0 where
-- the rules of today would no longer find it.
create view current_annotations as
select
  states.id, states.document, states.layer, states.origin,
  states.machine_start, states.machine_end, states.machine_exact, states.machine_fields,
  states.span_start, states.span_end, states.fields, states.state,
  states.decision, states.reviewer, states.note, states.decided_at, states.version,
  found.annotation is not null as found,
  coalesce(found.rule, latest.rule) as rule,
  coalesce(found.confidence, latest.confidence) as confidence
from annotation_states as states
left join newest_runs on newest_runs.document = states.document
left join run_annotations as found on found.run = newest_runs.run and found.annotation = states.number
left join run_annotations as latest on latest.annotation = states.number and latest.run = (
  select max(run) from run_annotations where run_annotations.annotation = states.number
)
where found.annotation is not null or states.decision is not null or states.origin <> 'rule';

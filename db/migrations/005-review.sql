-- How a decision came about: measured beside it, no part of what was decided and so no part of the chain.
create table decision_circumstances (
  link integer primary key references decisions (link),
  milliseconds integer check (milliseconds >= 0),       -- how long the reviewer looked at it, where the page measured
  blind integer not null check (blind in (0, 1))        -- whether the reviewer saw no decision of others
) strict;

create trigger decision_circumstances_are_unchanged before update on decision_circumstances
begin
  select raise(abort, 'how a decision came about never changes');
end;

create trigger decision_circumstances_are_kept before delete on decision_circumstances
begin
  select raise(abort, 'how a decision came about is never deleted');
end;

create index decisions_of_reviewer on decisions (reviewer, annotation, link);

-- As before, and what a reviewer added is gone once they took it back.
drop view current_annotations;

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
where found.annotation is not null or states.decision is not null or states.origin = 'import';

-- A change of the register can be taken back: `withdraw`, its value being the number of the change.
create view standing_register_changes as
select link, actor, change, value
from register_changes
where change <> 'withdraw'
  and not exists (
    select 1 from register_changes as withdrawal
    where withdrawal.actor = register_changes.actor
      and withdrawal.change = 'withdraw' and withdrawal.value = cast(register_changes.link as text)
  );

drop view actors;

-- Each actor that anybody changed: its newest name, else the name it was found by, which is its id; its newest type; and
-- the actor that it was found to be.
create view actors as
select
  changed.actor as id,
  coalesce(
    (
      select value from standing_register_changes
      where actor = changed.actor and change = 'name' order by link desc limit 1
    ),
    changed.actor
  ) as name,
  (
    select value from standing_register_changes
    where actor = changed.actor and change = 'type' order by link desc limit 1
  ) as type,
  (
    select case change when 'merge' then value end from standing_register_changes
    where actor = changed.actor and change in ('merge', 'split') order by link desc limit 1
  ) as merged_into,
  max(changed.link) as version
from register_changes as changed
group by changed.actor;

drop view aliases;

create view aliases as
select given.actor, given.value as alias
from standing_register_changes as given
where given.change = 'alias'
  and given.link = (
    select max(link) from standing_register_changes
    where actor = given.actor and value = given.value and change in ('alias', 'not-alias')
  );

-- Who may sign in from elsewhere. Not part of the record: an account can be taken away, what its owner decided stays.
create table accounts (
  reviewer text primary key check (reviewer <> ''),
  token_sha256 text not null unique check (length(token_sha256) = 64),
  blind integer not null check (blind in (0, 1)),       -- whether they are shown no decision of others
  added_at text not null
) strict;

-- Who is signed in, so that the page goes on when the server was started again.
create table sessions (
  token_sha256 text primary key check (length(token_sha256) = 64),
  reviewer text not null,
  account text references accounts (reviewer) on delete cascade, -- null for whoever sits at this machine
  blind integer not null check (blind in (0, 1)),
  expires_at text not null
) strict;

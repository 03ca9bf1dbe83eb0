-- The register of actors as people made it, on top of the lexicons: each change is a link of the ledger, as each decision
-- on an annotation is. What kinds of change there are is checked by the program, so that more can come.
create table register_changes (
  link integer primary key references ledger (link),
  actor text not null check (actor <> ''),              -- an id that stays when the name changes
  change text not null,
  value text not null check (value <> ''),
  reviewer text not null references reviewers (name),
  note text,
  decided_at text not null
) strict;

create index register_changes_of_actor on register_changes (actor, link);

create trigger register_changes_are_unchanged before update on register_changes
begin
  select raise(abort, 'changes of the register never change: make a new one instead');
end;

create trigger register_changes_are_kept before delete on register_changes
begin
  select raise(abort, 'changes of the register are never deleted: make a new one instead');
end;

-- The newest name and type of each actor that has been given a name.
create view actors as
select
  names.actor as id,
  names.value as name,
  (
    select value from register_changes where actor = names.actor and change = 'type' order by link desc limit 1
  ) as type,
  (select max(link) from register_changes where actor = names.actor) as version
from register_changes as names
where names.link = (select max(link) from register_changes where actor = names.actor and change = 'name');

-- The aliases that were given and not taken away since.
create view aliases as
select given.actor, given.value as alias
from register_changes as given
where given.change = 'alias'
  and given.link = (
    select max(link) from register_changes
    where actor = given.actor and value = given.value and change in ('alias', 'not-alias')
  );

-- The datasets, as far as SQL can say them: one row each for what holds now, whatever its state. Ask them directly, or
-- have `tocsin export` add what only the source tells (quote, sentence) and write them out. Offsets are UTF-16 code units
-- into the document's text, half-open. Where a reviewer corrected, the plain columns are the reviewer's and those with
-- "machine_" the rule's.

-- Each document that was read, once, as its newest run read it.
create view dataset_documents as
select
  current.id, current.title, current.publisher, current.published, current.language, current.url, current.licence,
  current.retrieved, current.path, current.media_type, current.text_length as length, current.tocsin, current.extractor,
  current.added_at, current.finished_at as extracted_at
from current_documents as current;

-- Each paragraph of each document, in reading order; "start" and "end" span its pieces in the source.
create view dataset_paragraphs as
select
  paragraphs.document || '/' || paragraphs.position as id, paragraphs.document, paragraphs.position as paragraph,
  paragraphs.kind,
  (select group_concat(value, ' > ') from json_each(paragraphs.headings)) as headings,
  paragraphs.page,
  (select min(value ->> 0) from json_each(paragraphs.ranges)) as start,
  (select max(value ->> 1) from json_each(paragraphs.ranges)) as "end",
  paragraphs.text
from paragraphs;

-- Who holds a decision that stands on an annotation, by name.
create view annotation_reviewers as
select annotation, group_concat(reviewer, '; ') as reviewers
from (select distinct annotation, reviewer from standing_decisions order by annotation, reviewer)
group by annotation;

-- What the datasets of all four layers begin with.
create view dataset_annotations as
select
  current.id, current.document, current.layer, current.span_start as start, current.span_end as "end",
  current.fields, current.machine_start, current.machine_end, current.machine_exact as machine_quote,
  current.machine_fields, current.state, current.origin, current.found, current.rule, current.confidence,
  annotation_reviewers.reviewers, current.note, current.decided_at
from current_annotations as current
left join annotation_reviewers on annotation_reviewers.annotation = current.id;

-- Each expression of time that can be put on the calendar: first and last day covered, both inclusive.
create view dataset_dates as
select
  id, document, start, "end",
  fields ->> 'start' as date_start, fields ->> 'end' as date_end, fields ->> 'edtf' as edtf, fields ->> 'basis' as basis,
  machine_fields ->> 'start' as machine_date_start, machine_fields ->> 'end' as machine_date_end,
  machine_fields ->> 'edtf' as machine_edtf, machine_fields ->> 'basis' as machine_basis,
  machine_start, machine_end, machine_quote,
  state, origin, found, rule, confidence, reviewers, note, decided_at
from dataset_annotations
where layer = 'date';

-- Each place where a named organised agent, person or group is mentioned.
create view dataset_actor_mentions as
select
  id, document, start, "end",
  fields ->> 'name' as name, fields ->> 'type' as type,
  machine_fields ->> 'name' as machine_name, machine_fields ->> 'type' as machine_type,
  machine_start, machine_end, machine_quote,
  state, origin, found, rule, confidence, reviewers, note, decided_at
from dataset_annotations
where layer = 'actor';

-- Each count of people harmed, as one report gives it: a claim, not a count of the dead. Claims overlap and repeat each
-- other, so that no sum over them means anything.
create view dataset_casualty_claims as
select
  id, document, start, "end",
  fields ->> 'low' as low, fields ->> 'high' as high, fields ->> 'approx' as approx, fields ->> 'unit' as unit,
  fields ->> 'effect' as effect, fields ->> 'victims' as victims, fields ->> 'perpetrator' as perpetrator,
  fields ->> 'place' as place, fields ->> '$.date.start' as date_start, fields ->> '$.date.end' as date_end,
  fields ->> 'source' as source,
  machine_fields ->> 'low' as machine_low, machine_fields ->> 'high' as machine_high,
  machine_fields ->> 'approx' as machine_approx, machine_fields ->> 'unit' as machine_unit,
  machine_fields ->> 'effect' as machine_effect, machine_fields ->> 'victims' as machine_victims,
  machine_fields ->> 'perpetrator' as machine_perpetrator, machine_fields ->> 'place' as machine_place,
  machine_fields ->> '$.date.start' as machine_date_start, machine_fields ->> '$.date.end' as machine_date_end,
  machine_fields ->> 'source' as machine_source,
  machine_start, machine_end, machine_quote,
  state, origin, found, rule, confidence, reviewers, note, decided_at
from dataset_annotations
where layer = 'casualty';

-- Each sentence that warns of harm, incites to it or calls for protection from it.
create view dataset_warnings as
select
  id, document, start, "end",
  fields ->> 'kind' as kind, fields ->> 'trigger' as "trigger", fields ->> 'speaker' as speaker,
  fields ->> 'addressee' as addressee, fields ->> 'harm' as harm,
  fields ->> '$.date.start' as date_start, fields ->> '$.date.end' as date_end,
  machine_fields ->> 'kind' as machine_kind, machine_fields ->> 'trigger' as machine_trigger,
  machine_fields ->> 'speaker' as machine_speaker, machine_fields ->> 'addressee' as machine_addressee,
  machine_fields ->> 'harm' as machine_harm,
  machine_fields ->> '$.date.start' as machine_date_start, machine_fields ->> '$.date.end' as machine_date_end,
  machine_start, machine_end, machine_quote,
  state, origin, found, rule, confidence, reviewers, note, decided_at
from dataset_annotations
where layer = 'warning';

-- Everything that anybody decided, on annotations and on actors, in the order of the chain.
create view dataset_decisions as
select
  ledger.hash as id, ledger.link as number, 'annotation' as kind, decisions.annotation as subject,
  annotations.document, decisions.verdict, withdrawn.hash as withdrawn,
  decisions.span_start as start, decisions.span_end as "end", decisions.fields, decisions.reviewer, decisions.note,
  decisions.decided_at, ledger.previous
from decisions
join ledger on ledger.link = decisions.link
join annotations on annotations.id = decisions.annotation
left join ledger as withdrawn on withdrawn.link = decisions.withdrawn
union all
select
  ledger.hash, ledger.link, 'actor', register_changes.actor,
  null, register_changes.change, withdrawn.hash,
  null, null, iif(register_changes.change = 'withdraw', null, json_object('value', register_changes.value)),
  register_changes.reviewer, register_changes.note, register_changes.decided_at, ledger.previous
from register_changes
join ledger on ledger.link = register_changes.link
left join ledger as withdrawn
  on register_changes.change = 'withdraw' and cast(withdrawn.link as text) = register_changes.value;

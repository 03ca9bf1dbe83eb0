import { type State, states } from '../../../../model/index.ts'
import { LayerTag } from '../../parts/tags.tsx'
import { grouped } from '../../parts/words.ts'
import { stateWords } from '../../parts/words-of-layer.ts'
import { RuleExamples } from './rule-examples.tsx'
import { type Rule, trustWords } from './rules.ts'

/** The states in the order of what they teach about a rule. */
const telling: readonly State[] = ['rejected', 'corrected', 'accepted', 'pending']

/** One rule: what it does, how far it is trusted, examples of what became of what it found. */
export function RulePanel({ rule }: { rule: Rule }) {
  return (
    <article class="side-panel rule-panel">
      <header>
        <h2>{rule.rule}</h2>
        <LayerTag layer={rule.layer} />
      </header>
      <p>{rule.explanation ?? 'The rules of today have no rule of this name; what it found stays.'}</p>
      <p>{trustWords(rule)}</p>
      <dl class="figures">
        {states.map((state) => (
          <div key={state}>
            <dt>{stateWords[state]}</dt>
            <dd>{grouped(rule.counts[state])}</dd>
          </div>
        ))}
      </dl>
      {telling
        .filter((state) => rule.counts[state] > 0)
        .map((state) => (
          <RuleExamples key={state} rule={rule.rule} state={state} count={rule.counts[state]} />
        ))}
    </article>
  )
}

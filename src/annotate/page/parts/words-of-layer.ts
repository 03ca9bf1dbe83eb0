import type { Layer, State } from '../../../model/index.ts'

export const layerWords: Readonly<Record<Layer, string>> = {
  date: 'Date',
  actor: 'Actor',
  casualty: 'Casualty',
  warning: 'Warning',
}

export const stateWords: Readonly<Record<State, string>> = {
  pending: 'undecided',
  accepted: 'accepted',
  corrected: 'corrected',
  rejected: 'rejected',
}

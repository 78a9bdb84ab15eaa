import type { KudosView } from '#contract/kudos';

/** Which kudos somebody wants to see. It lives in the URL. */
export type Question = {
  readonly show: 'everything' | 'toMe' | 'fromMe';
  readonly person: string | null;
  readonly value: string | null;
  readonly q: string;
};

export function questionIn(params: URLSearchParams): Question {
  const show = params.get('show');
  return {
    show: show === 'toMe' || show === 'fromMe' ? show : 'everything',
    person: params.get('person'),
    value: params.get('value'),
    q: params.get('q')?.trim() ?? '',
  };
}

export const isOpen = ({ show, person, value, q }: Question) => show === 'everything' && !person && !value && !q;

/** The part that the service answers: kudos by or to one person. Which of both is sorted out here, with `fits`. */
export function asked({ show, person, value, q }: Question, me: string): Record<string, string> {
  const by = person ?? (show === 'everything' ? null : me);
  return { ...(by && { person: by }), ...(value && { value }), ...(q && { q }) };
}

export function answers(kudos: KudosView, { show }: Question, me: string): boolean {
  if (show === 'toMe') return kudos.to.some(({ id }) => id === me);
  if (show === 'fromMe') return kudos.from.id === me;
  return true;
}

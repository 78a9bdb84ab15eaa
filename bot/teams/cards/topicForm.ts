import { type TopicKind, topicKinds, topicLimits } from '../../domain/topic.ts';
import type { Text } from '../../text/text.ts';
import { type Card, card, submit, words } from './elements.ts';

/** What is in the fields: as typed, not as meant. */
export type TypedTopic = { readonly text: string; readonly kind: TopicKind };

export type TopicForm = {
  /** What the form brings back. Whoever sends it may have changed it. */
  readonly carried: { readonly team: string; readonly id: string; readonly link: string | null };
  readonly typed: TypedTopic;
  /** Who will see it; `null` when the team cannot be asked right now. */
  readonly audience: string | null;
  readonly problem: string | null;
};

export function topicForm(text: Text, { carried, typed, audience, problem }: TopicForm): Card {
  return card(
    text,
    [
      problem ? words(problem, { color: 'Attention', weight: 'Bolder' }, 'None') : null,
      {
        type: 'Input.Text',
        id: 'text',
        label: text('topic.text.label'),
        placeholder: text('topic.text.placeholder'),
        isMultiline: true,
        isRequired: true,
        errorMessage: text('topic.text.missing'),
        maxLength: topicLimits.text,
        value: typed.text,
      },
      {
        type: 'Input.ChoiceSet',
        id: 'kind',
        label: text('topic.kind.label'),
        style: 'compact',
        choices: topicKinds.map((kind) => ({ title: text(`topic.kind.${kind}`), value: kind })),
        value: typed.kind,
      },
      carried.link ? words(text('topic.link'), { isSubtle: true }) : null,
      audience ? words(audience, { isSubtle: true }, 'Medium') : null,
    ],
    [{ ...submit(text('topic.send'), { step: 'topic', ...carried }), style: 'positive' }],
  );
}

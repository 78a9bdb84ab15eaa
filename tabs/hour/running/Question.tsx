import type { SegmentView } from '#contract/hour';
import { ArrowDown20Regular } from '@fluentui/react-icons/headless/svg/arrow-down';
import { ArrowSync20Regular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { ArrowUp20Regular } from '@fluentui/react-icons/headless/svg/arrow-up';
import { useState } from 'react';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { depths, promptFor, questionsAt } from './prompts.ts';
import { useRunningStyles } from './runningStyles.ts';

type QuestionProps = {
  readonly kind: SegmentView['kind'];
  readonly date: string;
  /** Where it is what the part is about, and not only a way into it. */
  readonly isLarge?: boolean;
};

/** A question to begin with; another one, or a deeper one, for who wants it. */
export function Question({ kind, date, isLarge = false }: QuestionProps) {
  const shared = useRunningStyles();
  const { t } = useText();
  const [another, setAnother] = useState(0);
  const [depth, setDepth] = useState(0);
  const isDeepest = depth === depths - 1;
  return (
    <div>
      <p className={shared.quiet}>{t('running.ask')}</p>
      <p aria-live="polite" className={isLarge ? shared.question : shared.words}>
        {t(promptFor(kind, date, another, depth))}
      </p>
      <div className={shared.edge}>
        {questionsAt(kind, depth) > 1 && (
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowSync20Regular />}
            onClick={() => setAnother((before) => before + 1)}
          >
            {t('running.pair.question')}
          </Button>
        )}
        <Button
          appearance="subtle"
          size="small"
          icon={isDeepest ? <ArrowUp20Regular /> : <ArrowDown20Regular />}
          onClick={() => setDepth((depth + 1) % depths)}
        >
          {t(isDeepest ? 'running.lighter' : 'running.deeper')}
        </Button>
      </div>
    </div>
  );
}

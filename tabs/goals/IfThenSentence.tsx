import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';

const useStyles = makeStyles({
  plan: { margin: 0, maxWidth: '60ch' },
  word: { fontWeight: tokens.fontWeightSemibold },
});

// Stand in the sentence where the words of the plan will be: these are typed by nobody.
const places = { if: '\uE000', then: '\uE001' };

/** One sentence in any language, in which "if" and "then" catch the eye. */
export function IfThenSentence({ plan }: { plan: { readonly if: string; readonly then: string } }) {
  const styles = useStyles();
  const { t } = useText();
  const parts = t('goals.ifThen', places).split(/(\uE000|\uE001|\*[^*]+\*)/);
  return (
    <p className={styles.plan}>
      {parts.map((part, at) => {
        if (part === places.if) return <bdi key={at}>{plan.if || '…'}</bdi>;
        if (part === places.then) return <bdi key={at}>{plan.then || '…'}</bdi>;
        if (!part.startsWith('*')) return part;
        return (
          <span key={at} className={styles.word}>
            {part.slice(1, -1)}
          </span>
        );
      })}
    </p>
  );
}

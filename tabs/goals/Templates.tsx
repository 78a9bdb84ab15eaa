import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';
import { Fold } from './Fold.tsx';
import { type Template, templates } from './templates.ts';

const useTemplateClass = makeResetStyles({
  display: 'block',
  boxSizing: 'border-box',
  width: '100%',
  minHeight: '32px',
  margin: 0,
  paddingBlock: tokens.spacingVerticalSNudge,
  paddingInline: tokens.spacingHorizontalM,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground1,
  color: tokens.colorNeutralForeground1,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  textAlign: 'start',
  cursor: 'pointer',
  ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
});

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** Something to begin with; every word of it can be changed. */
export function Templates({ onChoose }: { onChoose: (template: Template) => void }) {
  const templateClass = useTemplateClass();
  const styles = useStyles();
  const { t } = useText();
  return (
    <Fold title={t('goals.templates')}>
      <ul role="list" className={styles.list}>
        {templates.map((template) => (
          <li key={template.title}>
            <button type="button" className={templateClass} onClick={() => onChoose(template)}>
              {t(template.title)}
            </button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';

const useTagsClass = makeResetStyles({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: tokens.spacingHorizontalXS,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
});

const useTagClass = makeResetStyles({
  boxSizing: 'border-box',
  minWidth: 0,
  paddingBlock: '3px',
  paddingInline: tokens.spacingHorizontalS,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorBrandBackground2,
  color: tokens.colorBrandForeground2,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  overflowWrap: 'anywhere',
});

const useStyles = makeStyles({
  open: {
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
  },
  more: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type TagsProps = {
  readonly tags: readonly string[];
  /** What is offered is filled; what is wished for is open, drawn with dashes. */
  readonly areWishes?: boolean | undefined;
  /** So many are shown; that there are others is said, not how many. */
  readonly atMost?: number;
};

export function Tags({ tags, areWishes = false, atMost = tags.length }: TagsProps) {
  const tagsClass = useTagsClass();
  const tagClass = useTagClass();
  const styles = useStyles();
  const { t } = useText();
  return (
    <ul role="list" className={tagsClass}>
      {tags.slice(0, atMost).map((tag) => (
        <li key={tag} dir="auto" className={mergeClasses(tagClass, areWishes && styles.open)}>
          {tag}
        </li>
      ))}
      {tags.length > atMost && <li className={styles.more}>{t('people.tags.more')}</li>}
    </ul>
  );
}

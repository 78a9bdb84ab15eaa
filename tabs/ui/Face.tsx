import { someoneWhoLeftId } from '#contract/erased';
import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Person16Regular } from '@fluentui/react-icons/headless/svg/person';
import { useText } from '../text/useText.ts';

const useFaceClass = makeResetStyles({
  display: 'inline-flex',
  flexShrink: 0,
  alignItems: 'center',
  justifyContent: 'center',
  boxSizing: 'border-box',
  border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  borderRadius: tokens.borderRadiusCircular,
  fontWeight: tokens.fontWeightSemibold,
  lineHeight: 1,
  userSelect: 'none',
  // On paper, too, initials stand on their colour.
  printColorAdjust: 'exact',
});

const useStyles = makeStyles({
  20: { width: '20px', height: '20px', fontSize: tokens.fontSizeBase100, fontWeight: tokens.fontWeightRegular },
  24: { width: '24px', height: '24px', fontSize: tokens.fontSizeBase100 },
  32: { width: '32px', height: '32px', fontSize: tokens.fontSizeBase200 },
  40: { width: '40px', height: '40px', fontSize: tokens.fontSizeBase300 },
  48: { width: '48px', height: '48px', fontSize: tokens.fontSizeBase400 },
  96: { width: '96px', height: '96px', fontSize: tokens.fontSizeBase500 },
  faces: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXS },
});

export type FaceSize = 20 | 24 | 32 | 40 | 48 | 96;
type Shown = { readonly id: string; readonly name: string };

/**
 * Somebody, by initials and a colour of their own. The same initials and the same colour as Fluent's `Avatar` gives them, at a
 * tenth of its size: the first screen is full of faces. Always beside a name, so a screen reader does not meet it.
 */
export function Face({ person, size }: { person: Shown; size: FaceSize }) {
  const faceClass = useFaceClass();
  const styles = useStyles();
  const { dir } = useText();
  const initials = person.id === someoneWhoLeftId ? '' : initialsOf(person.name, size === 20, dir === 'rtl');
  const colour = colourOf(person.id);
  return (
    <span
      aria-hidden
      className={mergeClasses(faceClass, styles[size])}
      style={{
        color: `var(--colorPalette${colour}Foreground2)`,
        backgroundColor: `var(--colorPalette${colour}Background2)`,
      }}
    >
      {initials || <Person16Regular />}
    </span>
  );
}

/** Side by side, never piled on each other: initials stay readable. */
export function Faces({ people, size }: { people: readonly Shown[]; size: FaceSize }) {
  return (
    <span className={useStyles().faces}>
      {people.map((person) => (
        <Face key={person.id} person={person} size={size} />
      ))}
    </span>
  );
}

const colours =
  'DarkRed Cranberry Red Pumpkin Peach Marigold Gold Brass Brown Forest Seafoam DarkGreen LightTeal Teal Steel Blue RoyalBlue Cornflower Navy Lavender Purple Grape Lilac Pink Magenta Plum Beige Mink Platinum Anchor'.split(
    ' ',
  );

function colourOf(id: string): string {
  let hash = 0;
  for (let place = id.length - 1; place >= 0; place--) {
    const unit = id.charCodeAt(place);
    const shift = place % 8;
    hash ^= (unit << shift) + (unit >> (8 - shift));
  }
  return colours[Math.abs(hash) % colours.length]!;
}

// Scripts in which initials mean nothing get a drawn person instead.
const withoutInitials = /^[\p{Script=Arabic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

function initialsOf(name: string, onlyFirst: boolean, isRtl: boolean): string {
  const words = name
    .replace(/[([{].*?([)\]}]|$)/g, '')
    .replace(/[^\p{L}\p{M}\p{N}\s]/gu, '')
    .trim()
    .split(/\s+/);
  if (withoutInitials.test(words[0]!)) return '';
  const first = [...words[0]!][0] ?? '';
  const last = words.length === 2 || words.length === 3 ? ([...words.at(-1)!][0] ?? '') : '';
  if (onlyFirst) return first.toUpperCase();
  return (isRtl ? last + first : first + last).toUpperCase();
}

import { folded } from '#contract/limits';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useText } from '../text/useText.ts';
import { Combo } from './Combo.tsx';
import { Labelled } from './Labelled.tsx';
import { allZones, cityOf, zoneHere, zoneName } from './zones.ts';

const useStyles = makeStyles({
  option: { display: 'grid', minWidth: 0 },
  name: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});

// A city is typed faster than it is found among four hundred.
const shownAtOnce = 30;

type ZoneFieldProps = {
  readonly label: string;
  readonly zone: string;
  readonly onChange: (zone: string) => void;
};

/** A time zone, found by typing a city or what the zone is called. There is always one chosen. */
export function ZoneField({ label, zone, onChange }: ZoneFieldProps) {
  const styles = useStyles();
  const { t, locale } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const fitting = useMemo(() => zonesFor(typed ?? '', zone, locale), [typed, zone, locale]);
  const note = fitting.length === 0 ? t('zone.none') : fitting.length > shownAtOnce ? t('zone.more') : null;

  return (
    <Labelled label={label}>
      {(described) => (
        // What is typed takes the place of what is chosen.
        <div onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}>
          <Combo
            described={described}
            label={label}
            typed={typed ?? cityOf(zone)}
            onType={setTyped}
            options={fitting.slice(0, shownAtOnce).map((id) => ({
              id,
              isChosen: id === zone,
              content: (
                <span className={styles.option}>
                  <span>{cityOf(id)}</span>
                  <span className={styles.name}>{zoneName(id, locale)}</span>
                </span>
              ),
            }))}
            note={note}
            onChoose={(id) => {
              onChange(id);
              setTyped(null);
            }}
            onLeave={() => setTyped(null)}
          />
        </div>
      )}
    </Labelled>
  );
}

/** Those that begin with the words first, then those that say them anywhere, in their name as well. */
function zonesFor(typed: string, chosen: string, locale: string): readonly string[] {
  const words = folded(typed.trim());
  if (!words) return [...new Set([chosen, zoneHere(), ...allZones()])];
  const begins = allZones().filter((zone) => folded(cityOf(zone)).startsWith(words));
  const says = allZones().filter((zone) =>
    [zone.replaceAll('_', ' '), zoneName(zone, locale)].some((name) => folded(name).includes(words)),
  );
  return [...new Set([...begins, ...says])];
}

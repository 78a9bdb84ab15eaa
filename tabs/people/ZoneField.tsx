import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Combo } from '../ui/Combo.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { cityOf, zoneHere } from '../ui/zones.ts';
import { timeThere } from './placeAndTime.ts';
import { type Zone, zoneOf, zonesLike } from './zones.ts';

const useStyles = makeStyles({
  option: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM, flexGrow: 1 },
  // In the colour of its option: the one that the keys have come to may be turned inside out.
  where: { fontSize: tokens.fontSizeBase200 },
  here: { justifySelf: 'start', minWidth: 0, marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

// The city is typed faster than scrolled to.
const shownAtOnce = 30;

type ZoneFieldProps = {
  readonly label: string;
  readonly audience: string;
  readonly zone: string;
  readonly now: Date;
  readonly onChange: (zone: string) => void;
};

/** Found by its city or its part of the world; the one of this device is offered first. */
export function ZoneField({ label, audience, zone, now, onChange }: ZoneFieldProps) {
  const styles = useStyles();
  const { t, locale } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const [here] = useState(zoneHere);
  const shown = typed === null ? (zone ? nameOf(zone) : '') : typed;
  const found: readonly Zone[] = typed
    ? zonesLike(typed, shownAtOnce)
    : [zoneOf(here), ...zonesLike('', shownAtOnce).filter(({ id }) => id !== here)];

  return (
    <Labelled label={label} audience={audience} hint={t('people.edit.zone.hint')}>
      {(described) => (
        <>
          <Combo
            described={described}
            label={label}
            typed={shown}
            onType={setTyped}
            options={found.map(({ id, city, region }) => ({
              id,
              isChosen: id === zone,
              content: (
                <span className={styles.option}>
                  <span>{city}</span>
                  <span className={styles.where}>
                    {t('people.edit.zone.option', { region: region || id, time: timeThere(id, now, locale) ?? '' })}
                  </span>
                </span>
              ),
            }))}
            note={found.length === 0 ? t('people.edit.zone.none') : null}
            onChoose={(id) => {
              onChange(id);
              setTyped(null);
            }}
            onLeave={() => {
              // Left empty is taken out; half a name is nothing yet.
              if (typed?.trim() === '') onChange('');
              setTyped(null);
            }}
          />
          {!zone && (
            <Button size="small" appearance="subtle" className={styles.here} onClick={() => onChange(here)}>
              {t('people.edit.zone.here', { city: cityOf(here) })}
            </Button>
          )}
        </>
      )}
    </Labelled>
  );
}

/** "Berlin (Europe)": two cities may have one name. */
function nameOf(id: string): string {
  const { city, region } = zoneOf(id);
  return region ? `${city} (${region})` : city;
}

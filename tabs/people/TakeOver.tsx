import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { readProfile } from '../api/profile.ts';
import { myTeams, useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { useInputClass } from '../ui/inputClass.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { type Words, wordsOf } from './profileWords.ts';

const useStyles = makeStyles({
  row: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  filled: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

type TakeOverProps = { readonly words: Words; readonly onFill: (words: Words) => void };

/** What I told another team of mine, into the fields here. Nothing of it is saved, or seen by anybody, until I save. */
export function TakeOver({ words, onFill }: TakeOverProps) {
  const inputClass = useInputClass();
  const styles = useStyles();
  const { t } = useText();
  const { team } = useTeam();
  const { announce } = useAnnounce();
  const mine = useQuery(myTeams());
  const others = (mine.data?.teams ?? []).filter(({ id }) => id !== team.id);
  const [chosen, setChosen] = useState('');
  const from = others.find(({ id }) => id === chosen) ?? others[0];
  const [before, setBefore] = useState<{ words: Words; team: string } | null>(null);
  const read = useMutation({
    mutationFn: async (teamId: string) => wordsOf((await readProfile(teamId)).body),
    onSuccess: (told) => {
      setBefore({ words, team: from!.name });
      onFill(told);
      announce(t('people.takeOver.filled', { team: from!.name }));
    },
  });

  // In only one team there is nothing to take over; and this is no reason to speak of trouble.
  if (!from) return null;
  return (
    <div>
      <Labelled label={t('people.takeOver')} hint={before ? undefined : t('people.takeOver.hint')}>
        {(described) => (
          <div className={styles.row}>
            <select
              {...described}
              className={inputClass}
              value={from.id}
              onChange={({ target }) => setChosen(target.value)}
            >
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <Button disabled={read.isPending} onClick={() => read.mutate(from.id)}>
              {t('people.takeOver.fill')}
            </Button>
          </div>
        )}
      </Labelled>
      {before && (
        <p className={styles.filled}>
          {t('people.takeOver.filled', { team: before.team })}
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              onFill(before.words);
              setBefore(null);
            }}
          >
            {t('people.takeOver.back')}
          </Button>
        </p>
      )}
      {read.isError && (
        <ProblemBar title={t('people.takeOver.failed')}>{t(sentenceFor(codeOf(read.error)))}</ProblemBar>
      )}
    </div>
  );
}

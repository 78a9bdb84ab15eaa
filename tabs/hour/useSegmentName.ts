import type { HourView, SegmentView } from '#contract/hour';
import { useCalling } from '../api/useCalling.ts';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';

export const segmentNames: Readonly<Record<SegmentView['kind'], TextKey>> = {
  welcome: 'hour.segment.welcome',
  pairs: 'hour.segment.pairs',
  spotlight: 'hour.segment.spotlight',
  ideas: 'hour.segment.ideas',
  close: 'hour.segment.close',
  talk: 'hour.segment.talk',
};

/** The team's own name for a segment, or what its kind is called. */
export function useSegmentName() {
  const { t } = useText();
  const calling = useCalling();
  return ({ kind, title }: SegmentView, spotlight: HourView['spotlight']): string => {
    if (title) return title;
    if (kind === 'spotlight' && spotlight) {
      return t('hour.segment.spotlightOf', { person: calling.inside([spotlight]) });
    }
    return t(segmentNames[kind]);
  };
}

import { makeResetStyles } from '@fluentui/react-components';

/** What prints well: ink on paper, whatever the theme, and only what is read. */
export const usePaperClass = makeResetStyles({
  '@media print': {
    colorScheme: 'light',
    backgroundColor: 'Canvas',
    color: 'CanvasText',
    '--colorNeutralForeground1': 'CanvasText',
    '--colorNeutralForeground2': 'CanvasText',
    '--colorNeutralForeground3': 'CanvasText',
    '--colorBrandForeground1': 'CanvasText',
    '--colorBrandForegroundLink': 'CanvasText',
    '--colorNeutralBackground1': 'Canvas',
    '--colorNeutralBackground3': 'Canvas',
    '--colorTransparentStroke': 'transparent',
    '--shadow2': 'none',
  },
});

/** For what one presses or writes in: on paper it is in the way. */
export const useOnScreenClass = makeResetStyles({ '@media print': { display: 'none' } });

import { createContext, useContext } from 'react';
import { first } from './en/first.ts';
import { createText, type Text } from './text.ts';

export const TextContext = createContext<Text>(createText('en', first));

export const useText = () => useContext(TextContext);

export { stopForAll as default } from './azuriteForAll.ts';

/* Whoever asked to be erased stands in the records of others under this id. Their name there is English: screens say their own. */
export { someoneWhoLeftId } from '../domain/ids.ts';

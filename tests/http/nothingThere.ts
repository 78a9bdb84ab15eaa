/** What everybody is told who may not see something, whether it is there or not. */
export const nothingThere = {
  type: 'about:blank',
  title: 'Not Found',
  status: 404,
  detail: 'There is nothing here that you can see.',
  code: 'notFound',
};

/** Two refusals are the same but for the id of their request. */
export function withoutId({ requestId, ...problem }: { requestId: string }) {
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  return problem;
}

/* Microsoft's Agents Playground 0.2.28 as a client. Its HTTP interface is undocumented, which is why the version is pinned exactly. */

export type PlaygroundUser = 'user-id-0' | 'user-id-1' | 'user-id-2' | 'user-id-3' | 'user-id-4' | 'user-id-5';

export type Playground = ReturnType<typeof playgroundAt>;

export function playgroundAt(url: string) {
  async function post<Answer>(path: string, body: unknown): Promise<Answer> {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${text}`);
    return (text ? JSON.parse(text) : null) as Answer;
  }

  return {
    install: (conversation: string) =>
      post(`/_debug/conversation/${encodeURIComponent(conversation)}/installation`, {}),
    /** An invoke as Teams sends it; answers with the bot's invoke response. */
    invoke: <Answer>(name: string, value: unknown, from: PlaygroundUser, conversation: string, replyToId?: string) =>
      post<Answer>('/_conversation/v1/invoke', {
        name,
        value,
        from: { id: from },
        conversation: { id: conversation },
        ...(replyToId ? { replyToId } : {}),
      }),
    say: (text: string, conversation: string, mentions: { id: string; name: string }[] = []) =>
      post<{ messageId: string }>(`/_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`, {
        type: 'text',
        textFormat: 'plain',
        text,
        from: { id: 'user-id-0' },
        mentions: mentions.map((mentioned) => ({ mentioned, text: `<at>${mentioned.name}</at>` })),
      }),
  };
}

#!/usr/bin/env node
/**
 * Says something to someone and waits for their answer, which it prints.
 *
 *   npm run build -w packages/client
 *   PARLEY_PASSWORD='…' node packages/client/examples/hello.mjs http://localhost:8080 alice bob 'Are you there?'
 */
import { NativeClient, textOf } from '@parley/client';
import { WebSocket } from 'ws';

const [server, username, other, words] = process.argv.slice(2);
const password = process.env.PARLEY_PASSWORD;
if (!words || !password) {
  console.error('usage: PARLEY_PASSWORD=… hello.mjs <server> <username> <other> <words>');
  process.exit(2);
}

const client = new NativeClient({
  server,
  openSocket: (address, protocols) => new WebSocket(address, protocols),
});
const chat = await client.signIn(username, password, 'hello.mjs');
const conversation = await client.conversationWith(other);

// The newest message of someone else that came while connected is the state's `arrival`.
chat.store.subscribe(({ arrival }, before) => {
  if (arrival === before.arrival || arrival?.conversation !== conversation) return;
  console.log(textOf(arrival.content));
  client.session.signOut().finally(() => {
    client.close();
    process.exit(0);
  });
});

chat.outbox.write(conversation, words);

import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { Documents, Outstanding, pageCss } from '../../src/server/index.ts';
import { KeptBytes } from '../../src/server/kept-bytes.ts';
import { siteReply } from '../../src/server/site.ts';
import { Turns } from '../../src/store/index.ts';
import { sampleSite } from './sample-site.ts';

describe('documents of linked data', () => {
  const { site } = sampleSite();
  const tight = new Documents(site, pageCss(), { quads: site.describe('id/nordlink').length });
  const get = async (pathname: string, busy = false) => {
    const reply = await siteReply({ method: 'GET', pathname, search: '', accept: '*/*', busy }, tight);
    return [reply.status, new TextDecoder().decode(reply.body as Uint8Array)];
  };

  it('have so many quads and no more; larger ones are among the files', async () => {
    const refusal = 'This document would be too large. As files: /sample.html /sample.ttl\n';
    expect(await get('/graph/harbour.ttl')).toEqual([422, refusal]);
    expect(await get('/graph/harbour.jsonld')).toEqual([422, refusal]);
    expect((await get('/id/nordlink.ttl'))[0]).toBe(200);
  });

  it('are not written while clients have taken too little of theirs; pages are', async () => {
    const later = 'Clients are still taking their documents; ask again in a moment.\n';
    expect(await get('/id/nordlink.ttl', true)).toEqual([503, later]);
    expect((await get('/id/nordlink.html', true))[0]).toBe(200);
  });
});

describe('bytes that clients have not taken', () => {
  it('count until their connection is done with them', () => {
    const outstanding = new Outstanding(10);
    const [first, second] = [new EventEmitter(), new EventEmitter()];
    outstanding.hold(first as ServerResponse, 10);
    expect(outstanding.full).toBe(false);
    outstanding.hold(second as ServerResponse, 1);
    expect(outstanding.full).toBe(true);
    first.emit('close');
    expect(outstanding.full).toBe(false);
    outstanding.hold(Object.assign(new EventEmitter(), { destroyed: true }) as unknown as ServerResponse, 99);
    expect(outstanding.full).toBe(false);
  });
});

describe('what is kept', () => {
  const of = (length: number) => ({ body: new Uint8Array(length) });
  it('goes when there is no room, the least recently asked for first', () => {
    const kept = new KeptBytes<{ body: Uint8Array }>(40);
    for (const key of ['a', 'b', 'c', 'd']) kept.put(key, of(10));
    kept.get('a');
    kept.put('e', of(10));
    expect(['a', 'b', 'c', 'd', 'e'].filter((key) => kept.get(key))).toEqual(['a', 'c', 'd', 'e']);
  });

  it('is replaced under the same key, and is never a large part of the room', () => {
    const kept = new KeptBytes<{ body: Uint8Array }>(40);
    for (let n = 0; n < 9; n += 1) kept.put('a', of(10));
    kept.put('b', of(10));
    kept.put('large', of(11));
    expect(['a', 'b', 'large'].map((key) => kept.get(key)?.body.length)).toEqual([10, 10, undefined]);
  });
});

describe('work that holds the thread', () => {
  it('is done one after the other, and what waits for the event loop comes between', async () => {
    const turns = new Turns();
    const done: string[] = [];
    const work = (name: string) =>
      turns.run(() => {
        done.push(name);
        setImmediate(() => done.push(`after ${name}`));
      });
    const failing = turns.run(() => Promise.reject(new Error('no')));
    await Promise.all([work('a'), work('b'), expect(failing).rejects.toThrow('no')]);
    expect(done).toEqual(['a', 'after a', 'b']);
  });
});

import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { processSystem } from '../../src/cli/system.ts';

function withInput(input: Readable): void {
  const original = Object.getOwnPropertyDescriptor(process, 'stdin') as PropertyDescriptor;
  onTestFinished(() => {
    Object.defineProperty(process, 'stdin', original);
  });
  Object.defineProperty(process, 'stdin', { value: input, configurable: true });
}

test('what the process has around it', () => {
  const system = processSystem();
  expect(system.env).toBe(process.env);
  expect(system.cwd).toBe(process.cwd());
  expect(system.stdout.isClosed()).toBe(false);
});

test('standard input is read to its end, as bytes', async () => {
  withInput(Readable.from([Buffer.from([0xe2, 0x98]), Buffer.from([0x85])]));
  expect(Buffer.from(await processSystem().readInput()).toString()).toBe('★');
});

test('an endless input is cut', async () => {
  const mebibyte = Buffer.alloc(1024 * 1024);
  withInput(
    new Readable({
      read() {
        this.push(mebibyte);
      },
    }),
  );
  const { length } = await processSystem().readInput();
  expect(length).toBeGreaterThan(16 * 1024 * 1024);
  expect(length).toBeLessThan(18 * 1024 * 1024);
});

test('the interrupt key is left to another program while it works, and given back after', async () => {
  const before = process.listenerCount('SIGINT');
  const during = await processSystem().withoutInterrupt(async () =>
    process.listenerCount('SIGINT'),
  );
  expect(during).toBe(before + 1);
  await expect(
    processSystem().withoutInterrupt(async () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(process.listenerCount('SIGINT')).toBe(before);
});

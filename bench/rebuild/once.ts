import { fork } from 'node:child_process';
import { once } from 'node:events';

/** What a process that goes through all events once tells at its end. */
export interface Once {
  readonly events: number;
  readonly seconds: number;
  /** The same for the same events. */
  readonly digest: string;
  readonly peakRssBytes: number;
  /** Processor time of the whole process, its start included. */
  readonly cpuSeconds: number;
}

export function tell(told: Omit<Once, 'peakRssBytes' | 'cpuSeconds'>): void {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
  process.send?.({ ...told, cpuSeconds, peakRssBytes: maxRSS * 1024 });
  process.disconnect();
}

/** @throws Error when the process ends without having told anything */
export async function runOnce(script: string, dataFolder: string): Promise<Once> {
  const child = fork(script, [dataFolder]);
  const ended = once(child, 'exit');
  let told: Once | undefined;
  child.once('message', (message) => {
    told = message as Once;
  });
  await ended;
  if (told === undefined) throw new Error(`${script} failed`);
  return told;
}

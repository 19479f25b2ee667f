import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The version of Apache Kafka that tests run against. */
export const kafkaVersion = '4.1.1';

const cacheFolder = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');

/**
 * The folder with the jars of Kafka and of its producer for terminals: those that were fetched before, or else fetched now from Maven Central, and kept outside of the
 * checkout for the next time.
 * @throws Error when Maven is not there or can't fetch them
 */
export async function jars() {
  const folder = join(cacheFolder, 'roadbook', `kafka-and-tools-${kafkaVersion}`);
  if (existsSync(folder)) return folder;
  mkdirSync(join(folder, '..'), { recursive: true });
  const fetched = mkdtempSync(`${folder}-`);
  try {
    await fetchInto(fetched);
    // In one go, so that whoever finds the folder finds all of it. Another process can have been first.
    if (!existsSync(folder)) renameSync(fetched, folder);
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
  return folder;
}

/** Whether Java and Maven are installed. */
export async function canRunJars() {
  try {
    await Promise.all([run('java', ['-version']), run('mvn', ['--version'])]);
    return true;
  } catch {
    return false;
  }
}

const run = promisify(execFile);

/** @param {string} folder */
async function fetchInto(folder) {
  const pom = join(folder, 'pom.xml');
  writeFileSync(pom, project);
  await run('mvn', [
    ...['-q', '-B', '-f', pom],
    'dependency:copy-dependencies',
    `-DoutputDirectory=${folder}`,
  ]);
}

const project = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>roadbook</groupId>
  <artifactId>kafka-for-tests</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>${kafkaVersion}</version>
    </dependency>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka-tools</artifactId>
      <version>${kafkaVersion}</version>
      <exclusions>
        <exclusion>
          <groupId>*</groupId>
          <artifactId>*</artifactId>
        </exclusion>
      </exclusions>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-simple</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
`;

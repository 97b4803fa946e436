import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import type { Diagnosis } from '@assay/schema'

export interface ProgramToDiagnose {
  readonly command: string
  /** Absolute. */
  readonly folder: string
  /** Names of environment variables that it wants. */
  readonly env: readonly string[]
}

/** A program that cannot be started here, as far as that can be seen without starting it. */
export function diagnoseProgram({ command, folder, env }: ProgramToDiagnose): Diagnosis[] {
  const found: Diagnosis[] = []
  if (!existsSync(folder)) {
    const cure = `mkdir -p ${folder}, or correct \`cwd\` in the config.`
    found.push({ what: `there is no folder ${folder}`, why: `\`${command}\` runs in it.`, cure })
  } else if (!candidates(command, folder).some(isProgram)) {
    const isPath = /[\\/]/.test(command)
    const what = isPath
      ? `${resolve(folder, command)} is no program that this user may execute`
      : `there is no program ${command} in PATH`
    const cure = isPath
      ? `chmod +x ${resolve(folder, command)}, or correct \`command\` in the config.`
      : `Install ${command}, or give its whole path as \`command\` in the config.`
    found.push({ what, why: 'It is the system: each article is sent to it.', cure })
  }
  for (const name of env.filter((name) => process.env[name] === undefined)) {
    const cure = `export ${name}=…, or take its name out of \`env\` in the config.`
    found.push({
      what: `the environment variable ${name} is not set`,
      why: `\`${command}\` is to see it.`,
      cure,
    })
  }
  return found
}

function candidates(command: string, folder: string): string[] {
  if (/[\\/]/.test(command)) return [resolve(folder, command)]
  const endings = process.platform === 'win32' ? (process.env['PATHEXT'] ?? '.EXE').split(';') : ['']
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((path) => endings.map((ending) => join(path, command + ending)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

import { randomUUID } from 'node:crypto'
import { mkdir, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { PAGES_MAX } from '../../protocol/presenting/content.ts'
import { isDiskLow, KEPT_FREE } from '../files/disk-place.ts'
import type { Limits } from './box.ts'
import { refused, type Chapter, type Converted, type Page, type Refusal, type Said } from './converted.ts'
import { FairQueue } from './fair-queue.ts'
import { convertFilm } from './film/film.ts'
import { kindOf, type Kind } from './kind.ts'
import { officeToPdf } from './office/office.ts'
import { findPrograms, type Programs } from './programs.ts'
import { runWorker } from './worker.ts'

/** A file to convert: whose turn it takes, where it is, the folder that its pages come into, and of a PDF which page alone, large. */
export type Job = { room: string; source: string; out: string; only?: number }

export type Following = {
  /** A page is there, of so many. */
  onPage?: (page: Page, of: number) => void
  signal?: AbortSignal
}

/** Makes of files what a stage shows, one at a time, and one film beside it; what becomes of one is a value, whatever it holds. */
export type Converter = {
  convert(job: Job, following?: Following): Promise<Converted>
  /** Aborts what runs and what waits. */
  close(): Promise<void>
}

export type Settings = {
  /** Where it works; what lies in it is nobody's. */
  folder: string
  log: Logger
  programs?: Programs
  limits?: Partial<Record<Work, Partial<Limits>>>
  /** Bytes that stay free on the disk. */
  free?: number
}

type Work = 'pdf' | 'office' | 'picture' | 'film'

const MB = 1_000_000
const MINUTE = 60_000
const LIMITS: Record<Work, Limits> = {
  pdf: { memory: 2_500 * MB, file: 100 * MB, whole: 15 * MINUTE, silent: 0.9 * MINUTE },
  picture: { memory: 2_500 * MB, file: 100 * MB, whole: 0.9 * MINUTE, silent: 0.9 * MINUTE },
  // It says nothing until it is done; whoever waits is told within a minute.
  office: { memory: 2_500 * MB, file: 200 * MB, whole: 0.9 * MINUTE, silent: 0.9 * MINUTE },
  film: { memory: 2_500 * MB, file: 2_000 * MB, whole: 60 * MINUTE, silent: 0.9 * MINUTE },
}
const BYTES_MAX: Record<Work, number> = { pdf: 60 * MB, office: 60 * MB, picture: 40 * MB, film: 2_000 * MB }

const program = (url: URL) => fileURLToPath(url)
const PDF = program(new URL('pdf/pdf-worker.ts', import.meta.url))
const PICTURE = program(new URL('picture/picture-worker.ts', import.meta.url))
const NOTES = program(new URL('office/notes-worker.ts', import.meta.url))

/** Opens the converter; what one of before left behind is deleted. [CONVERT-2] */
export async function openConverter({ folder: of, log, free = KEPT_FREE, ...settings }: Settings): Promise<Converter> {
  // What reads a file stands in a folder of its own, from where other paths begin.
  const folder = resolve(of)
  const programs = settings.programs ?? findPrograms()
  const [queue, films] = [new FairQueue(), new FairQueue()]
  const ending = new AbortController()
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const limitsOf = (work: Work): Limits => ({ ...LIMITS[work], ...settings.limits?.[work] })

  async function run(job: Job, onPage: Following['onPage'], signal: AbortSignal): Promise<Converted> {
    if (signal.aborted) return refused('aborted')
    const kind = await kindOf(job.source)
    const fault = await whyNot(job, kind, free)
    if (fault) return refused(fault)
    const scratch = join(folder, randomUUID())
    await mkdir(scratch)
    await mkdir(job.out, { recursive: true })
    try {
      return await convertKind(job, kind, scratch, onPage, signal)
    } finally {
      await rm(scratch, { recursive: true, force: true })
    }
  }

  async function convertKind(
    job: Job,
    kind: Kind,
    scratch: string,
    onPage: Following['onPage'],
    signal: AbortSignal,
  ): Promise<Converted> {
    const { source, out, only = null } = job
    const draw = async (work: 'pdf' | 'picture', from: string) =>
      await pages({ work, source: from, out, only, onPage, signal })
    const boxed = (work: Work) => ({ folder: scratch, limits: limitsOf(work), signal })
    switch (kind.is) {
      case 'pdf':
        return await draw('pdf', source)
      case 'picture':
        return await draw('picture', source)
      case 'film':
        return await convertFilm(source, kind.container, out, boxed('film'), programs)
      case 'office': {
        const found = await notes(source, scratch, signal)
        if ('reason' in found) return refused(found.reason)
        const made = await officeToPdf(source, kind.type, { ...boxed('office'), hidden: dirname(folder) }, programs)
        if ('reason' in made) return refused(made.reason)
        const drawn = await draw('pdf', made.pdf)
        return drawn.kind === 'pages' ? { ...drawn, ...found } : drawn
      }
      case 'refused':
        return refused(kind.reason)
    }
  }

  type Drawing = { work: 'pdf' | 'picture'; source: string; out: string; only: number | null } & {
    onPage: Following['onPage']
    signal: AbortSignal
  }

  async function pages({ work, source, out, only, onPage, signal }: Drawing): Promise<Converted> {
    const drawn: Page[] = []
    let document: { title: string | null; chapters: Chapter[] } = { title: null, chapters: [] }
    const reason = await runWorker(
      {
        program: work === 'pdf' ? PDF : PICTURE,
        told: work === 'pdf' ? { source, out, only } : { source, out },
        source,
        out,
        signal,
        limits: limitsOf(work),
        onSaid(said) {
          if ('page' in said && drawn.length < PAGES_MAX) {
            drawn.push(said.page)
            onPage?.(said.page, said.of)
          }
          if ('done' in said) document = said.done
        },
      },
      programs,
    )
    return reason ? refused(reason) : { kind: 'pages', pages: drawn, ...document, notes: [] }
  }

  /** The presenter's notes of an office document, unless it is one that unpacks to more than is read. */
  async function notes(
    source: string,
    out: string,
    signal: AbortSignal,
  ): Promise<{ notes: string[] } | { reason: Refusal }> {
    let found: string[] = []
    const onSaid = (said: Said) => {
      if ('notes' in said) found = said.notes
    }
    const reason = await runWorker(
      { program: NOTES, told: { source }, source, out, limits: limitsOf('picture'), signal, onSaid },
      programs,
    )
    // Whatever else keeps its notes from being read may keep nothing of its pages.
    return reason === 'too-large' || reason === 'aborted' ? { reason } : { notes: found }
  }

  return {
    async convert({ source, out, ...asked }, { onPage, signal = ending.signal } = {}) {
      const job = { ...asked, source: resolve(source), out: resolve(out) }
      const until = AbortSignal.any([signal, ending.signal])
      // A film may take an hour, in which everybody else would wait for their slides.
      const isFilm = (await kindOf(job.source).catch(() => null))?.is === 'film'
      return await (isFilm ? films : queue).run(job.room, async () => {
        const converted = await run(job, onPage, until).catch((error: unknown) => {
          log.error({ err: error }, 'a file could not be converted')
          return refused(isFull(error) ? 'disk-full' : 'broken')
        })
        if (converted.kind === 'refused' && job.only === undefined) await rm(job.out, { recursive: true, force: true })
        return converted
      })
    },
    async close() {
      ending.abort()
      await Promise.all([queue, films].map(async (each) => await each.run('', async () => undefined)))
    },
  }
}

async function whyNot({ source, only }: Job, kind: Kind, free: number): Promise<Refusal | null> {
  if (kind.is === 'refused') return kind.reason
  if (only !== undefined && kind.is !== 'pdf') return 'not-supported'
  if ((await stat(source)).size > BYTES_MAX[kind.is]) return 'too-large'
  return (await isDiskLow(source, 0, free)) ? 'disk-full' : null
}

const isFull = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOSPC'

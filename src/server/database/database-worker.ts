import { parentPort, workerData } from 'node:worker_threads'
import * as v from 'valibot'
import { answerCalls } from '../store/thread-calls.ts'
import { openStatements } from './statements.sqlite.ts'

/** The worker thread of database.ts: runs the statements that it is sent. */
const { path, maxPages } = v.parse(v.object({ path: v.string(), maxPages: v.optional(v.number()) }), workerData)

// Ended, the thread is started again, and opens the file that is there.
const replaced = () => process.exit(1)

if (parentPort) answerCalls(parentPort, openStatements(path, { replaced, ...(maxPages && { maxPages }) }))

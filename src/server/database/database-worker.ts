import { parentPort, workerData } from 'node:worker_threads'
import * as v from 'valibot'
import { answerCalls } from '../store/thread-calls.ts'
import { openStatements } from './statements.sqlite.ts'

/** The worker thread of database.ts: runs the statements that it is sent. */
const { path } = v.parse(v.object({ path: v.string() }), workerData)

if (parentPort) answerCalls(parentPort, openStatements(path))

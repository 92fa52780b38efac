import { parentPort, workerData } from 'node:worker_threads'
import * as v from 'valibot'
import { answerCalls } from './store-calls.ts'
import { openSqlite } from './store.sqlite.ts'

/** A worker thread of store.threads.ts: does with a SQLite store what it is asked to by messages. */
const { dataFolder, checkpoints } = v.parse(
  v.object({ dataFolder: v.string(), checkpoints: v.picklist(['never', 'regularly']) }),
  workerData,
)

if (parentPort) answerCalls(parentPort, openSqlite(dataFolder, { checkpoints }))

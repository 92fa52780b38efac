import { parentPort, workerData } from 'node:worker_threads'
import * as v from 'valibot'
import { answerCalls } from './thread-calls.ts'
import { openSqlite } from './store.sqlite.ts'

/** A worker thread of store.threads.ts: does with a SQLite store what it is asked to by messages. */
const { dataFolder, ...options } = v.parse(
  v.object({ dataFolder: v.string(), checkpoints: v.picklist(['never', 'regularly']), mustExist: v.boolean() }),
  workerData,
)

// Ended, the thread is started again, and opens the file that is there.
const replaced = () => process.exit(1)

if (parentPort) answerCalls(parentPort, openSqlite(dataFolder, { ...options, replaced }))

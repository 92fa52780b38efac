import type { Role } from '../../src/protocol/types.ts'

const person = <R extends Role>(id: string, name: string, role: R) => ({ id: id.padEnd(22, '_'), name, role })

/** The people of every test, always with the same part. */
export const hana = person('hana', 'Hana Weber', 'host')
export const kwame = person('kwame', 'Kwame Mensah', 'moderator')
export const amara = person('amara', 'Amara Okafor', 'speaker')
export const noor = person('noor', 'Noor Rahimi', 'participant')
export const mei = person('mei', 'Mei Tanaka', 'participant')
export const yuki = person('yuki', 'Yuki Sato', 'cohost')
export const tom = person('tom', 'Tom Becker', 'moderator')
export const everybody = [hana, kwame, amara, noor, mei, yuki, tom]

import * as v from 'valibot'
import { AccountPage } from '../../src/protocol/accounts.ts'
import type { Answer, Scene } from './app-server.ts'
import type { Media } from '../../src/server/media/media.ts'

/** A browser that keeps its cookies between requests. */
export class Browser {
  readonly #scene: Scene<Media>
  readonly #cookies = new Map<string, string>()

  constructor(scene: Scene<Media>) {
    this.#scene = scene
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async get(path: string): Promise<Answer> {
    return this.#kept(await this.#scene.get(path, { cookie: this.cookie }))
  }

  async post(path: string, body: unknown = {}): Promise<Answer> {
    return await this.sends('POST', path, body)
  }

  async sends(method: string, path: string, body: unknown): Promise<Answer> {
    const answer = this.#kept(await this.#scene.sends(method, path, body, { cookie: this.cookie }))
    await this.#scene.mailsAreOut()
    return answer
  }

  /** Makes an account, and is signed in. */
  async signUp(person: { name: string; email: string; password?: string }): Promise<Answer> {
    return await this.post('/api/account/sign-up', { password: PASSWORD, ...person })
  }

  async signIn(email: string, password = PASSWORD): Promise<Answer> {
    return await this.post('/api/account/sign-in', { email, password })
  }

  /** Who is signed in. */
  async account(): Promise<AccountPage> {
    return v.parse(AccountPage, (await this.get('/api/account')).body)
  }

  #kept(answer: Answer): Answer {
    for (const set of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split('; ')
      const [name = '', ...value] = pair.split('=')
      if (attributes.includes('Max-Age=0') || value.join('=') === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value.join('='))
    }
    return answer
  }
}

export const PASSWORD = 'correct horse battery'

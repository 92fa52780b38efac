import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'
import type { Answer } from '../api.ts'
import { addPasskey, askForPasskey, signInByPasskey, wishForPasskey } from './api.ts'

// Less than for how long the server waits for an answer.
const ASKED_AGAIN_MS = 4 * 60_000

/** What came of it; `not-used`: the person or the device did not want to. */
type Outcome = Answer<null> | 'not-used'

/** Whether this browser knows passkeys. */
export const knowsPasskeys = browserSupportsWebAuthn

/** Makes a passkey on a device of the person's choice, and has the server keep it. */
export async function makePasskey(name: string): Promise<Outcome> {
  const wish = await wishForPasskey()
  if (!('ok' in wish)) return wish
  try {
    const { challenge, rp, user, pubKeyCredParams, excludeCredentials, timeout } = wish.ok
    const { id, rawId, response } = await startRegistration({
      optionsJSON: {
        challenge,
        rp,
        user,
        pubKeyCredParams,
        excludeCredentials,
        timeout,
        attestation: 'none',
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      },
    })
    const { clientDataJSON, attestationObject } = response
    return await addPasskey({
      name,
      made: { id, rawId, type: 'public-key', response: { clientDataJSON, attestationObject } },
    })
  } catch {
    return 'not-used'
  }
}

/** Signs in by a passkey. `isOffered`: among what the browser fills into the e-mail's field, and only if the person picks it there. */
export async function signInOnDevice(isOffered: boolean): Promise<Outcome> {
  const question = await askForPasskey()
  if (!('ok' in question)) return question
  try {
    const { id, rawId, response } = await startAuthentication({
      optionsJSON: { ...question.ok, userVerification: 'required' },
      useBrowserAutofill: isOffered,
    })
    const { clientDataJSON, authenticatorData, signature } = response
    return await signInByPasskey({
      used: { id, rawId, type: 'public-key', response: { clientDataJSON, authenticatorData, signature } },
    })
  } catch {
    return 'not-used'
  }
}

/** Has the browser offer passkeys at the e-mail's field, where it can, until called off. `onDone`: somebody picked one. */
export function offerPasskeys(onDone: () => void): () => void {
  let wanted = true
  const offer = async () => {
    const outcome = await signInOnDevice(true)
    if (wanted && outcome !== 'not-used' && 'ok' in outcome) onDone()
  }
  let timer: ReturnType<typeof setInterval> | undefined
  const begin = async () => {
    if (!(await browserSupportsWebAuthnAutofill()) || !wanted) return
    void offer()
    timer = setInterval(() => void offer(), ASKED_AGAIN_MS)
  }
  void begin()
  return () => {
    wanted = false
    clearInterval(timer)
    WebAuthnAbortService.cancelCeremony()
  }
}

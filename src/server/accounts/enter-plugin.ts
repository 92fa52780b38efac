import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import * as v from 'valibot'

/** Lets better-auth sign in who was made sure of elsewhere: by a provider, or by a passkey. Nobody but our routes can ask for it. */
export const enterPlugin = {
  id: 'enter',
  endpoints: {
    enter: createAuthEndpoint(
      '/enter',
      { method: 'POST', body: v.object({ account: v.string(), provenAt: v.number() }), requireHeaders: true },
      async (ctx) => {
        const { internalAdapter } = ctx.context
        const user = await internalAdapter.findUserById(ctx.body.account)
        if (!user) throw ctx.error('NOT_FOUND')
        const session = await internalAdapter.createSession(user.id, false, { provenAt: ctx.body.provenAt })
        await setSessionCookie(ctx, { session, user })
        return { user: { id: user.id } }
      },
    ),
  },
}

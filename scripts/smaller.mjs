import { minify } from 'terser'

// The files that every viewer loads; what is opened later, and the media engine, is not worth the seconds of each build.
const FIRST = new Set(['page', 'room'])

/** A Vite plugin that goes over the minified script once more: together the two are 2 % smaller than either. @returns {import('vite').Plugin} */
export function smaller() {
  return {
    name: 'smaller',
    // Its makers' own page is to be built quickly.
    apply: (_config, { command, mode }) => command === 'build' && mode !== 'development',
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !FIRST.has(file.name)) continue
        const { code } = await minify(file.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 3, keep_fargs: false },
        })
        if (code && code.length < file.code.length) file.code = code
      }
    },
  }
}

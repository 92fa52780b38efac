import { useMessages } from '../i18n/messages.ts'
import styles from './Requirements.module.css'
import { useTitle } from '../ui/hooks/use-title.ts'
import { Top } from '../ui/pages/SiteHeader.tsx'

/** What works in which browser. */
export function Requirements() {
  const words = useMessages('requirements')
  useTitle(words.title)
  return (
    <>
      <Top />
      <main className={styles.page}>
        <h1>{words.title}</h1>
        {words.parts.map(({ heading, lines }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </main>
    </>
  )
}

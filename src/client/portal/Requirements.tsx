import { requirements } from '../ui/text-requirements.ts'
import styles from './Requirements.module.css'
import { Top } from './Top.tsx'

/** What works where. */
export function Requirements() {
  return (
    <>
      <Top />
      <main className={styles.page}>
        <h1>{requirements.title}</h1>
        {requirements.parts.map(({ heading, lines }) => (
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

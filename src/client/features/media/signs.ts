import { FileText, Film, Image, Music, type LucideIcon } from 'lucide-react'
import type { DocumentKind } from '../../../protocol/portal/content.ts'

/** The sign of each kind of file, where its first page is not there to be seen. */
export const SIGNS: Record<DocumentKind, LucideIcon> = { slides: FileText, picture: Image, film: Film, sound: Music }

/** What works where, as far as it has been tried; docs/requirements.md says the same. */
export const requirements = {
  title: 'What works where',
  parts: [
    {
      heading: 'To watch and listen',
      lines: [
        'A browser of the last two years: Chrome or Edge from 123, Firefox from 120, Safari from 17.5. Tried in every test: Chromium on Linux, and Firefox ESR on Linux to watch, to come on stage and to choose a speaker. The others are built for, and not tried yet.',
        'No camera, no microphone, no permission, nothing to install.',
        'At most 280 kB of script. Where a browser holds sound back, one press on Start sound lets it play.',
        'A browser that is too old says so, instead of an empty page.',
      ],
    },
    {
      heading: 'To come on stage',
      lines: [
        'A camera or a microphone; one of them is enough.',
        'What fails is named, with what helps in this very browser; who comes to watch is never held up by it.',
        'A page over HTTPS, or on localhost: browsers give the devices to no other.',
        'A page that stands in a frame needs camera and microphone passed on by the page around it.',
      ],
    },
    {
      heading: 'To share the screen',
      lines: [
        'A computer: the browsers of phones share no screen, and show no button for it.',
        'The sound of what is shared goes along where the browser offers it in its question: Chrome and Edge.',
      ],
    },
    {
      heading: 'Noise reduction and speakers',
      lines: [
        'Standard noise reduction is the browser’s own. Strong needs WebAssembly and audio worklets, which all of these browsers have; where it does not start or go on, standard takes its place.',
        'Another speaker can be chosen where the browser lets a page choose: Chrome, Edge and Firefox.',
      ],
    },
    {
      heading: 'Backgrounds',
      lines: [
        'Blur, scenes and pictures of your own need WebGL 2, WebAssembly and pictures that a page can work on: Chrome and Edge, and by a slower way Safari and Firefox from 130. Tried in every test: Chromium on Linux without a graphics card. The others are built for, and not tried yet.',
        'Where browser or device cannot, and on a phone, there is no such menu. Where a picture takes longer than 40 ms, the background goes off by itself and the camera goes on. Another limit in ms can be set in the page’s local storage under rostrum.picture-limit.',
        'The first background loads about 2.7 MB from the server of the room, once. A picture of your own may have 20 MB and 64 megapixels; it stays on your device.',
      ],
    },
    {
      heading: 'On a phone',
      lines: [
        'A phone enters as a viewer, and comes on stage from inside the room, with either of its cameras.',
        'There is no choice of devices, no background and no strong noise reduction.',
        'A call, a locked screen or another app turns microphone and camera off. They stay off until you turn them on.',
      ],
    },
    {
      heading: 'Network',
      lines: [
        'The page, the room and the signalling go over the one address that you opened.',
        'Sound and pictures go to UDP port 7882 of the server, and to TCP port 7881 where UDP is blocked.',
        'Set devices says what to expect of the connection within three seconds: good, sound alone advised, or none and what does not get through.',
      ],
    },
  ],
}

export type RequirementsText = typeof requirements

// Made from src/client/i18n/locales/en by `npm run messages`.
export type Messages = {
  account: {
    signIn: string
    createAccount: string
    signOut: string
    menu: (a: { name: string }) => string
    yourAccount: string
    administration: string
    email: string
    password: string
    newPassword: string
    currentPassword: string
    passwordHelp: string
    signInLead: string
    guestsNeedNone: string
    noAccount: string
    haveAccount: string
    signInWith: (a: { provider: string }) => string
    signInByPasskey: string
    ways: string
    waySet: string
    wayNotSet: string
    linked: string
    notLinked: string
    link: (a: { provider: string }) => string
    unlink: (a: { provider: string }) => string
    groups: (a: { groups: string }) => string
    passkeys: string
    passkeysHelp: string
    passkeyName: string
    addPasskey: string
    passkeySince: (a: { at: number }) => string
    passkeyUsed: (a: { at: number }) => string
    removePasskey: (a: { name: string }) => string
    passkeyNotMade: string
    passkeyNotUsed: string
    forgot: string
    forgotLead: string
    sendMail: string
    forgotSent: string
    choosePassword: string
    chooseLead: string
    chosen: string
    verifyTitle: string
    verifyLead: string
    changeEmailLead: string
    confirm: string
    confirmed: string
    notConfirmed: string
    sendAgain: string
    mailSent: string
    changeEmail: string
    newEmail: string
    changeEmailSent: string
    setUp: string
    setUpLead: string
    signedInAs: (a: { name: string }) => string
    becomeAdmin: string
    profile: string
    name: string
    timeZone: string
    asDevice: (a: { zone: string }) => string
    save: string
    saved: string
    changePassword: string
    changed: string
    signedIn: string
    thisBrowser: string
    otherBrowser: string
    since: (a: { at: number }) => string
    signOutThere: string
    everywhere: string
    deleteAccount: string
    deleteMeans: string
    deleteRooms: (a: { n: number }) => string
    deleteNow: string
    claim: string
    claimHelp: string
    claimed: string
    createNeedsAccount: string
    createNeedsAdmin: string
    reminders: string
    remindersHelp: string
    dayBefore: string
    hourBefore: string
    stopTitle: string
    stopLead: string
    stopReminders: string
    stopped: string
    mailsTitle: string
    mailsLead: string
    endMails: string
    endMailsOfRoom: (a: { room: string }) => string
    noMails: string
    noMailsOfRoom: (a: { room: string }) => string
    mailsAgain: string
  }
  admin: {
    title: string
    people: string
    search: string
    nobody: string
    administrator: string
    disabled: string
    rooms: (a: { n: number }) => string
    options: (a: { name: string }) => string
    makeAdmin: string
    makeMember: string
    disable: string
    enable: string
    handOver: string
    handOverTo: (a: { name: string }) => string
    more: string
    audit: string
    nobodyYet: string
    acts: {
      'account-made': (a: { about: string }) => string
      'account-deleted': string
      'account-disabled': (a: { by: string; about: string }) => string
      'account-enabled': (a: { by: string; about: string }) => string
      'admin-made': (a: { about: string; by: string }) => string
      'admin-taken': (a: { about: string; by: string }) => string
      'password-changed': (a: { by: string }) => string
      'password-reset': (a: { by: string }) => string
      'email-changed': (a: { by: string }) => string
      'identity-linked': (a: { by: string }) => string
      'identity-unlinked': (a: { by: string }) => string
      'passkey-added': (a: { by: string }) => string
      'passkey-removed': (a: { by: string }) => string
      'room-claimed': (a: { by: string }) => string
      'rooms-handed-over': (a: { by: string; about: string }) => string
    }
    somebody: string
    settings: string
    settingsHelp: string
    secret: string
    inside: (a: { n: number }) => string
    holds: (a: { n: number }) => string
  }
  alerts: {
    title: string
    sound: (a: { what: string }) => string
    soundsMean: string
    notification: (a: { what: string }) => string
    notificationsMean: string
    noNotifications: string
    denied: string
    kinds: {
      invited: string
      hand: string
      waiting: string
      private: string
    }
    says: {
      invited: (a: { who: string }) => string
      hand: (a: { who: string }) => string
      waiting: (a: { who: string }) => string
      private: (a: { who: string }) => string
    }
    tab: {
      invited: string
      hands: (a: { many: number }) => string
      waiting: (a: { many: number }) => string
      unread: string
    }
  }
  background: {
    background: string
    kind: {
      none: string
      'slight-blur': string
      blur: string
      study: string
      window: string
      shelves: string
      curtain: string
      hills: string
      dusk: string
      own: string
    }
    fault: {
      'too-large': string
      'no-picture': string
    }
    upload: string
    uploadHelp: string
    notStored: string
  }
  chat: {
    messages: string
    noMessages: string
    noMessagesHelp: string
    noPrivate: (a: { name: string }) => string
    loading: string
    loadingOlder: string
    writeToAll: string
    writeTo: (a: { name: string }) => string
    send: string
    emoji: string
    newMessages: (a: { n: number }) => string
    toNewest: string
    says: (a: { name: string; text: string }) => string
    answers: string
    replyTo: (a: { name: string }) => string
    noReply: string
    optionsFor: (a: { name: string }) => string
    reply: string
    like: string
    unlike: string
    likes: (a: { n: number }) => string
    likedToo: (a: { n: number }) => string
    pin: string
    unpin: string
    pinnedBy: (a: { name: string }) => string
    delete: string
    block: string
    letBack: string
    letBackIn: string
    writePrivately: string
    pausedForOthers: string
    notPermitted: string
    slow: {
      seconds: (a: { n: number }) => string
      minutes: (a: { n: number }) => string
    }
    sending: string
    away: string
    writeIn: {
      seconds: (a: { n: number }) => string
      minutes: (a: { n: number }) => string
    }
    writeNow: string
    chatOptions: string
    pauseChat: string
    openChat: string
    slowMode: string
    slowHelp: string
    slowness: {
      0: {
        name: string
        means: string
      }
      5: {
        name: string
        means: string
      }
      10: {
        name: string
        means: string
      }
      30: {
        name: string
        means: string
      }
      60: {
        name: string
        means: string
      }
      300: {
        name: string
        means: string
      }
    }
    clearChat: string
    clearSure: string
    clearHelp: string
    blockedPeople: string
    nobodyBlocked: string
    nobodyBlockedHelp: string
    privateOn: string
    privateOffAct: string
    privateMessages: string
    privateWith: (a: { name: string }) => string
    noThreads: string
    noThreadsHelp: string
    unreadFrom: (a: { name: string }) => string
    back: string
    cameOn: (a: { n: number; names: string }) => string
    leftStage: (a: { n: number; names: string }) => string
    pausedBy: (a: { who: string }) => string
    openedBy: (a: { who: string }) => string
    clearedBy: (a: { who: string }) => string
    slowEndedBy: (a: { who: string }) => string
    slowBy: {
      seconds: (a: { who: string; n: number }) => string
      minutes: (a: { who: string; n: number }) => string
    }
  }
  connection: {
    title: string
    weak: [string, string]
    noMedia: string
    noMediaMeans: string
    soundOnly: string
    soundOnlyMeans: string
    noPictures: string
    picturesWithheld: string
    showPictures: string
    saveData: string
    saveDataMeans: string
  }
  content: {
    page: string
    pages: string
    previous: string
    next: string
    jump: string
    ofPages: (a: { pages: number }) => string
    pageOf: (a: { page: number; pages: number; file: string }) => string
    toPage: (a: { page: number }) => string
    allPages: string
    follow: string
    lookingBack: (a: { page: number }) => string
    notes: string
    noNotes: string
    picture: (a: { file: string }) => string
    zoom: string
    zoomIn: string
    zoomOut: string
    whole: string
    film: (a: { file: string }) => string
    sound: (a: { file: string }) => string
    player: string
    play: string
    pause: string
    position: string
    volume: string
    mute: string
    unmute: string
    playHere: string
    fault: {
      later: string
      gone: string
      away: string
    }
    insteadOf: (a: { name: string }) => string
    insteadHelp: (a: { name: string }) => string
    proceed: string
    board: (a: { page: number }) => string
    pageCount: (a: { page: number; pages: number }) => string
    addPage: string
    draw: string
    layer: (a: { page: number }) => string
    clearPage: string
    savePng: string
    savePdf: string
    drawingGone: {
      forbidden: string
      full: string
      other: string
    }
    captions: string
  }
  core: {
    rostrum: string
    role: {
      host: string
      cohost: string
      moderator: string
      speaker: string
      participant: string
    }
    participantMark: string
    botMark: string
    mode: {
      interactive: {
        name: string
        means: string
      }
      webinar: {
        name: string
        means: string
      }
    }
    access: {
      everyone: {
        name: string
        means: string
      }
      request: {
        name: string
        means: string
      }
      invite: {
        name: string
        means: string
      }
    }
    refusal: {
      'changed-meanwhile': string
      'description-long': string
      'tags-many': string
      'tag-long': string
      'early-wrong': string
      'stage-size-wrong': string
      'accent-wrong': string
      'accent-faint': string
      'waiting-text-long': string
      'address-wrong': string
      'template-unknown': string
      'templates-many': string
      'not-allowed': string
      'not-permitted': string
      'microphone-locked': string
      'camera-locked': string
      removed: string
      'not-in-room': string
      'no-such-person': string
      'session-ended': string
      'not-started': string
      'not-on-stage': string
      'not-a-viewer': string
      'stage-full': string
      'ask-later': string
      'reason-long': string
      'someone-shares': string
      'sharer-first': string
      'not-from-backstage': string
      'nothing-to-present': string
      'not-presented': string
      held: string
      'not-backstage': string
      'ask-first': string
      'invite-only': string
      'reactions-off': string
      'hands-off': string
      'no-need-to-ask': string
      'chat-paused': string
      'chat-blocked': string
      'private-off': string
      'message-empty': string
      'message-long': string
      'no-such-message': string
      'write-later': string
      'feedback-later': string
      'guests-inside': string
      'too-fast': string
      'name-empty': string
      'name-long': string
      'link-unknown': string
      'link-revoked': string
      'link-expired': string
      'link-used': string
      'email-asked': string
      'email-other': string
      'invite-unknown': string
      'invite-nobody': string
      'invite-under-way': string
      'invite-often': string
      'invite-link-gone': string
      'mail-unwanted': string
      'list-long': string
      'list-empty': string
      'invites-full': string
      'mails-later': string
      'times-later': string
      'room-unknown': string
      'sign-in-first': string
      'sign-in-again': string
      'admins-only': string
      'email-invalid': string
      'password-short': string
      'password-long': string
      'wrong-password': string
      'account-exists': string
      'account-unknown': string
      'account-disabled': string
      'last-admin': string
      'set-up-already': string
      'sign-in-expired': string
      'provider-away': string
      'provider-denied': string
      'provider-untrusted': string
      'provider-no-email': string
      'identity-taken': string
      'link-first': string
      'last-way': string
      'passkey-unknown': string
      'mail-link-void': string
      'mail-link-other': string
      'not-yours': string
      'already-claimed': string
      'no-entry': string
      'picture-unknown': string
      'picture-large': string
      'picture-narrow': string
      'picture-gone': string
      'file-unknown': string
      'file-large': string
      'storyboards-many': string
      'storyboard-gone': string
      'captions-unknown': string
      'page-later': string
      'file-gone': string
      'uploads-many': string
      'content-full': string
      'media-away': string
      'notes-full': string
      'disk-full': string
      'store-down': string
      'room-moved': string
      'schedule-end': string
      'schedule-long': string
      'schedule-year': string
      'schedule-date': string
      'schedule-zone': string
      'schedule-days': string
      'schedule-times': string
      'schedule-until': string
      'schedule-exception': string
      'schedule-exceptions': string
      'schedule-following': string
      'schedule-past': string
      'schedule-overlap': string
      'bad-request': string
      'server-fault': string
      'room-deleted': string
      'data-deleted': string
      'mail-unknown': string
      'mail-gone': string
      'host-stays': string
    }
    nth: (a: { n: number }) => string
    askWhom: (a: { host: string }) => string
    tryAgain: string
    close: string
    cancel: string
    you: string
    language: string
    languageAway: string
    cookiesBlocked: string
    yourName: string
    yourEmail: string
    yourEmailHelp: string
    roomMode: string
    unreachable: string
    triedTooOften: (a: { n: number }) => string
    live: (a: { elapsed: string }) => string
    serverAway: string
    serverAwayHelp: string
    home: string
    continue: string
    welcomeTo: string
    entryHelp: string
    loading: string
    loadingPart: string
    longer: string
    setDevices: string
    youAreHere: [string, string]
    notYou: string
    changeName: string
    joinAsViewer: string
    joinStage: string
    youAreOff: string
    asViewer: string
    asViewerMeans: string
    onStageTitle: string
    onStageMeans: string
    prejoinHelp: string
    camera: string
    microphoneShort: string
    whatWorks: string
    flipCamera: string
    stage: string
    controls: string
    panel: string
    tile: (a: { name: string; mic: string; camera: string }) => string
    mic: {
      on: string
      off: string
      speaking: string
    }
    reconnectingTile: string
    emptyStage: string
    emptyStageHelp: string
    emptyStageBy: (a: { name: string }) => string
    emptyStageModerator: string
    viewers: (a: { n: number }) => string
    askToJoin: string
    cancelRequest: string
    raiseHand: string
    raisingHands: string
    turnHands: (a: { on: boolean }) => string
    lowerHand: string
    settings: string
    leave: string
    leaveStage: string
    turnMic: (a: { on: boolean }) => string
    turnCamera: (a: { on: boolean }) => string
    closePanel: string
    openPanel: string
    place: {
      backstage: [string, string]
      watching: [string, string]
      onStage: [string, string]
      onStageMuted: [string, string]
      onStageHeard: [string, string]
      onStageQuiet: [string, string]
      hand: [string, string]
      presenting: [string, string]
      sharing: [string, string]
      sharingHeard: [string, string]
      sharingMuted: [string, string]
    }
    youAreNth: (a: { n: number }) => string
    youAreNthAbout: (a: { n: number; minutes: number }) => string
    giveReason: string
    changeReason: string
    handMoved: (a: { who: string; whose: string }) => string
    searchParticipants: string
    allParticipants: string
    raisedHands: string
    onStage: string
    viewersGroup: string
    backstage: string
    tileBackstage: (a: { name: string; mic: string }) => string
    leaveBackstage: string
    more: (a: { n: number }) => string
    seeMore: string
    nobodyFound: string
    options: (a: { name: string }) => string
    bringToStage: string
    dismiss: string
    decline: string
    chatModerator: string
    customPermissions: string
    micLocked: string
    cameraLocked: string
    roomLocked: string
    lockedHelp: string
    wantsToJoin: string
    isInvited: string
    stageAccess: string
    ofStage: (a: { on: number; size: number }) => string
    leaveSession: string
    endSession: string
    notDrawn: string
    drawAgain: string
    notLoaded: string
    reload: string
    deleteRoom: string
    deleteData: string
  }
  'device-faults': {
    fault: {
      refused: {
        camera: string
        microphone: string
      }
      dismissed: {
        camera: string
        microphone: string
      }
      system: {
        camera: string
        microphone: string
      }
      framed: {
        camera: string
        microphone: string
      }
      none: {
        camera: string
        microphone: string
      }
      busy: {
        camera: string
        microphone: string
      }
      insecure: {
        camera: string
        microphone: string
      }
      unsupported: {
        camera: string
        microphone: string
      }
      unplugged: {
        camera: string
        microphone: string
      }
      gone: {
        camera: string
        microphone: string
      }
      silenced: {
        camera: string
        microphone: string
      }
      interrupted: {
        camera: string
        microphone: string
      }
      failed: {
        camera: string
        microphone: string
      }
    }
    allow: {
      chromium: string
      firefox: string
      safari: string
      other: string
    }
    backgroundOff: {
      slow: string
      failed: string
    }
    replaced: (a: { name: string }) => [string, string]
    instead: (a: { name: string }) => string
    pluggedIn: (a: { name: string }) => [string, string]
    useIt: string
    noiseReplaced: [string, string]
  }
  'device-setup': {
    link: {
      checking: [string, string]
      soundOnly: [string, string]
      udp: [string, string]
      tcp: [string, string]
      none: {
        signalling: [string, string]
        udp: [string, string]
        tcp: [string, string]
        both: [string, string]
      }
    }
    notStored: string
    microphone: string
    speaker: string
    noDevice: string
    systemDefault: string
    noise: string
    appearance: string
    appearanceKind: {
      system: string
      light: string
      dark: string
    }
    noiseKind: {
      off: string
      standard: string
      strong: string
    }
    testSpeaker: string
    playing: string
    device: (a: { n: number }) => string
    level: string
    opening: string
    cameraIsOff: string
    beforePreview: string
    previewHelp: string
    getReady: string
    devicesLater: string
    invited: string
    invitedHeld: (a: { who: string }) => string
    invitedBy: (a: { who: string }) => string
    joinStageInvited: string
    declineInvitation: string
  }
  emoji: {
    search: string
    none: string
    groups: string[]
  }
  ended: {
    roomIsLocked: string
    waiting: string
    waitingHelp: (a: { name: string }) => string
    inLobby: string
    nthInLobby: (a: { place: string }) => string
    waitingFor: (a: { length: string }) => string
    stopWaiting: string
    serverIsFull: string
    inLine: string
    inLineHelp: string
    nthInLine: (a: { place: string }) => string
    notLetIn: string
    askAgain: string
    askAgainHelp: string
    removedYou: string
    removedHelp: string
    ended: string
    endedBy: (a: { isToday: boolean; name: string; at: number }) => string
    endedByYou: (a: { isToday: boolean; at: number }) => string
    endedUnattended: (a: { isToday: boolean; at: number }) => string
    endedAt: (a: { isToday: boolean; at: number }) => string
    wereInside: string
    atOnce: string
    wereOnStage: string
    rejoin: string
    endedModerator: string
    endedOther: (a: { host: string }) => string
    opensItself: string
    toSession: string
    youLeft: string
    youLeftHelp: string
    replaced: string
    replacedHelp: string
    useHere: string
    outdated: string
    outdatedHelp: string
    cannotEnter: string
    nothingHere: string
    nothingHereHelp: string
    noRoomHelp: string
    linkBroken: string
    linkRevoked: string
    linkExpired: string
    linkUsed: string
    linkBrokenHelp: (a: { host: string }) => string
    roomDeleted: string
    roomDeletedHelp: string
    dataDeleted: string
    dataDeletedHelp: string
  }
  feedback: {
    help: (a: { host: string }) => string
    mark: string
    worst: string
    best: string
    words: string
    send: string
    chooseMark: string
    away: string
    thanks: string
    thanksHelp: string
    outOf: (a: { mark: number; most: number }) => string
    average: (a: { n: number; mean: number }) => string
    none: string
    noneHelp: string
  }
  invites: {
    title: string
    open: string
    one: string
    list: string
    email: string
    emailAside: string
    firstName: string
    lastName: string
    addresses: string
    addressesHelp: string
    file: string
    found: (a: { n: number }) => string
    merged: (a: { n: number }) => string
    wrong: (a: { n: number }) => string
    wrongAt: (a: { line: number; text: string }) => string
    why: {
      'email-invalid': string
      'no-email': string
      unwanted: string
    }
    type: string
    role: {
      viewer: string
      speaker: string
      moderator: string
    }
    lasts: string
    lastsFor: {
      never: string
      day: string
      week: string
      month: string
    }
    single: string
    bound: string
    mailLanguage: string
    mailLanguageOwn: string
    generate: string
    generateAll: string
    made: (a: { n: number }) => string
    link: string
    linkFor: (a: { name: string }) => string
    qr: string
    once: string
    save: string
    send: string
    sent: (a: { n: number }) => string
    invitations: string
    none: string
    anyone: string
    state: {
      unopened: string
      opened: string
      came: string
      revoked: string
      expired: string
    }
    madeAt: (a: { day: string }) => string
    sentAt: (a: { day: string }) => string
    until: (a: { day: string }) => string
    revoke: string
    sendAgain: string
    undelivered: string
    undeliveredSays: (a: { says: string }) => string
    anew: string
  }
  media: {
    title: string
    whose: string
    mine: string
    room: string
    search: string
    sort: string
    sorts: {
      at: string
      name: string
      bytes: string
    }
    files: string
    none: string
    noMatch: string
    upload: string
    hide: string
    uploads: string
    uploading: (a: { name: string }) => string
    cancel: (a: { name: string }) => string
    dismiss: (a: { name: string }) => string
    cancelAll: string
    away: string
    more: string
    used: (a: { used: string; most: string }) => string
    present: (a: { name: string }) => string
    download: (a: { name: string }) => string
    rename: (a: { name: string }) => string
    newName: string
    save: string
    delete: (a: { name: string }) => string
    deleteSure: (a: { name: string }) => string
    deleteFile: string
    keep: string
    waits: string
    preparing: string
    preparingPages: (a: { ready: number; pages: number }) => string
    ready: string
    pages: (a: { pages: number }) => string
    reason: {
      password: string
      broken: string
      'too-large': string
      'too-many-pages': string
      'too-slow': string
      'no-office': string
      'no-ffmpeg': string
      'no-picture': string
      'not-supported': string
      'disk-full': string
      aborted: string
    }
    add: (a: { name: string }) => string
    isAdded: string
    cutOff: string
    again: (a: { name: string }) => string
    drop: string
    onWay: (a: { n: number; percent: number }) => string
    cut: (a: { n: number }) => string
    came: (a: { n: number }) => string
    prepare: string
    prepareHelp: string
    yours: string
    captions: (a: { name: string }) => string
  }
  members: {
    title: string
    help: string
    emailOrGroup: string
    role: string
    add: string
    remove: (a: { name: string }) => string
    groupWithRole: (a: { role: string }) => string
    handOver: string
    handOverHelp: string
    handOverTo: string
  }
  moderation: {
    act: {
      invited: {
        stage: (a: { by: string; about: string }) => string
        backstage: (a: { by: string; about: string }) => string
      }
      cameOnStage: (a: { by: string; about: string }) => string
      invitationClosed: (a: { by: string; about: string }) => string
      handLowered: (a: { by: string; about: string }) => string
      requestDeclined: (a: { by: string; about: string }) => string
      microphoneTurned: (a: { by: string; about: string }) => string
      cameraTurned: (a: { by: string; about: string }) => string
      leftStage: (a: { by: string; about: string }) => string
      contentEnded: (a: { by: string; about: string }) => string
      contentTaken: (a: { by: string; about: string }) => string
      shareTaken: (a: { by: string; about: string }) => string
      shareEnded: (a: { by: string; about: string }) => string
      locked: {
        microphone: (a: { by: string; about: string }) => string
        camera: (a: { by: string; about: string }) => string
      }
      unlocked: {
        microphone: (a: { by: string; about: string }) => string
        camera: (a: { by: string; about: string }) => string
      }
      allLocked: {
        microphone: (a: { by: string }) => string
        camera: (a: { by: string }) => string
      }
      allUnlocked: {
        microphone: (a: { by: string }) => string
        camera: (a: { by: string }) => string
      }
      askedToUnmute: (a: { by: string; about: string }) => string
      removed: {
        session: (a: { by: string; about: string }) => string
        lasting: (a: { by: string; about: string }) => string
      }
      removalLifted: (a: { by: string; about: string }) => string
      roleSet: {
        cohost: (a: { by: string; about: string }) => string
        moderator: (a: { by: string; about: string }) => string
        speaker: (a: { by: string; about: string }) => string
        participant: (a: { by: string; about: string }) => string
      }
      chatModeratorSet: {
        on: (a: { by: string; about: string }) => string
        off: (a: { by: string; about: string }) => string
      }
      permissionsSet: (a: { by: string; about: string }) => string
      handMoved: (a: { by: string; about: string }) => string
      handsCleared: (a: { by: string }) => string
      modeSet: {
        interactive: (a: { by: string }) => string
        webinar: (a: { by: string }) => string
      }
      stageSizeSet: (a: { by: string; size: number }) => string
      mainCameraSet: {
        on: (a: { by: string; about: string }) => string
        off: (a: { by: string; about: string }) => string
      }
      reactionsSet: {
        on: (a: { by: string }) => string
        off: (a: { by: string }) => string
      }
      handsSet: {
        on: (a: { by: string }) => string
        off: (a: { by: string }) => string
      }
      roomLocked: {
        on: (a: { by: string }) => string
        off: (a: { by: string }) => string
      }
      admitted: (a: { by: string; about: string }) => string
      entryDeclined: (a: { by: string; about: string }) => string
      messageDeleted: (a: { by: string; about: string }) => string
      messagePinned: (a: { by: string; about: string }) => string
      messageUnpinned: (a: { by: string }) => string
      chatBlocked: (a: { by: string; about: string }) => string
      chatUnblocked: (a: { by: string; about: string }) => string
      chatCleared: (a: { by: string }) => string
      chatPaused: {
        on: (a: { by: string }) => string
        off: (a: { by: string }) => string
      }
      slowModeEnded: (a: { by: string }) => string
      slowModeSet: (a: { by: string; seconds: number }) => string
      privateChatSet: {
        on: (a: { by: string }) => string
        off: (a: { by: string }) => string
      }
      accessSet: {
        everyone: (a: { by: string }) => string
        request: (a: { by: string }) => string
        invite: (a: { by: string }) => string
      }
    }
    permission: {
      shareScreen: string
      presentContent: string
      draw: string
      writeNotes: string
      chat: string
      react: string
      raiseHand: string
      joinStage: string
      seeParticipants: string
    }
    personAct: {
      invite: string
      holdBackstage: string
      bringOn: string
      revokeInvitation: string
      askToUnmute: string
      mute: string
      lockMicrophone: string
      unlockMicrophone: string
      turnOffCamera: string
      lockCamera: string
      unlockCamera: string
      stopContent: string
      stopShare: string
      moveToFront: string
      moveUp: string
      moveDown: string
      lowerHand: string
      setCohost: string
      setModerator: string
      setSpeaker: string
      setParticipant: string
      setChatModerator: string
      unsetChatModerator: string
      editPermissions: string
      removeFromStage: string
      removeFromRoom: string
    }
    allOf: {
      microphone: {
        off: string
        lock: string
        unlock: string
      }
      camera: {
        off: string
        lock: string
        unlock: string
      }
    }
    clearHands: string
    optionsAll: string
    permissionsOf: (a: { name: string }) => string
    lockRoom: string
    unlockRoom: string
    lockSure: string
    lockHelp: string
    waitingCount: (a: { n: number }) => string
    nobodyWaits: string
    nobodyWaitsHelp: string
    removeSure: (a: { name: string }) => string
    removeHelp: string
    removeForSession: string
    removeLasting: string
    removedPeople: string
    removedBy: {
      session: (a: { who: string }) => string
      lasting: (a: { who: string }) => string
    }
    letBackIn: string
    nobodyRemoved: string
    nobodyRemovedHelp: string
    auditLog: string
    feedback: string
    noAuditLines: string
    noAuditLinesHelp: string
    isBackstage: (a: { name: string }) => string
    seenByModerators: string
    bringOn: string
    listen: (a: { name: string }) => string
    stopListening: (a: { name: string }) => string
    quality: {
      good: string
      weak: string
      lost: string
    }
    stageSize: string
    stageSizeHelp: (a: { most: number }) => string
    endSure: string
    endHelp: (a: { n: number }) => string
    modeOf: (a: { name: string }) => string
    accessOf: (a: { name: string }) => string
    rehearse: string
    rehearseTitle: string
    rehearseHelp: string
    bots: string
    botsHelp: (a: { most: number }) => string
    stopRehearsal: string
    rehearsing: (a: { n: number }) => [string, string]
    rehearsed: {
      holds: (a: { n: number; bots: number }) => [string, string]
      holdsAtLeast: (a: { n: number; bots: number }) => [string, string]
      slow: (a: { n: number; ms: number }) => [string, string]
      tooShort: [string, string]
    }
    deleteRoomSure: (a: { name: string }) => string
    deleteRoomHelp: string
    deleteDataSure: string
    deleteDataHelp: string
  }
  'my-sessions': {
    title: string
    nav: string
    search: string
    which: string
    parts: {
      all: string
      host: string
      moderator: string
      invited: string
    }
    views: {
      live: string
      upcoming: string
      past: string
      archived: string
      deleted: string
    }
    yours: {
      host: string
      cohost: string
      moderator: string
      speaker: string
      participant: string
    }
    since: (a: { length: string }) => string
    watching: (a: { stage: number; n: number }) => string
    invited: (a: { n: number }) => string
    always: string
    never: string
    ended: (a: { isToday: boolean; at: number }) => string
    undoUntil: (a: { at: number }) => string
    waitingRoom: string
    open: string
    edit: string
    duplicate: string
    saveTemplate: string
    archive: string
    unarchive: string
    restore: string
    deleteSure: (a: { name: string }) => string
    deleteHelp: string
    undo: string
    wasDeleted: (a: { name: string }) => string
    wasArchived: (a: { name: string }) => string
    wasBack: (a: { name: string }) => string
    templateName: string
    templateHelp: string
    keep: string
    templateKept: string
    nothingFound: string
    firstTitle: string
    firstHelp: string
    steps: {
      1: string
      2: string
      3: string
    }
    aside: string
    at: (a: { day: string; from: string; to: string }) => string
    weekly: string
    subscribe: string
    subscribeHelp: string
    feedAddress: string
    feedRenew: string
    feedRenewed: string
  }
  notes: {
    label: string
    placeholder: string
    empty: string
    tools: string
    bold: string
    italic: string
    heading: string
    list: string
    undo: string
    redo: string
    download: string
    away: string
    reads: string
    full: string
    lost: (a: { why: string }) => string
    understood: string
  }
  notifications: {
    muted: (a: { who: string }) => [string, string]
    cameraOff: (a: { who: string }) => [string, string]
    removedFromStage: (a: { who: string }) => [string, string]
    handLowered: (a: { who: string }) => [string, string]
    requestDeclined: (a: { who: string }) => [string, string]
    invitationRevoked: (a: { who: string }) => [string, string]
    away: [string, string]
    wasAway: (a: { minutes: number }) => string
    lostWhileAway: {
      hand: string
      stage: string
      both: string
    }
    unexpectedTrack: [string, string]
    broughtOn: (a: { who: string }) => [string, string]
    mutedVoice: [string, string]
    madeRoom: [string, string]
    handMoved: (a: { who: string }) => [string, string]
    handsCleared: (a: { who: string }) => [string, string]
    askedToUnmute: (a: { who: string }) => [string, string]
    invited: (a: { who: string }) => [string, string]
    permissionsSet: (a: { who: string }) => [string, string]
    roleSet: {
      cohost: (a: { who: string }) => [string, string]
      moderator: (a: { who: string }) => [string, string]
      speaker: (a: { who: string }) => [string, string]
      participant: (a: { who: string }) => [string, string]
    }
    madeChatModerator: (a: { who: string }) => [string, string]
    chatModerationEnded: (a: { who: string }) => [string, string]
    locked: {
      microphone: (a: { who: string }) => [string, string]
      camera: (a: { who: string }) => [string, string]
    }
    unlocked: {
      microphone: (a: { who: string }) => [string, string]
      camera: (a: { who: string }) => [string, string]
    }
    contentTaken: (a: { who: string }) => string
    contentStopped: (a: { who: string }) => string
    contentGone: string
    shareTaken: (a: { who: string }) => string
    shareStopped: (a: { who: string }) => string
    shareFailed: [string, string]
    asksToJoin: (a: { n: number; first: string; second: string; others: number }) => string
    raisedHand: (a: { n: number; first: string; second: string; others: number }) => string
    invitationDeclined: (a: { n: number; first: string; second: string; others: number }) => string
    waits: (a: { n: number; first: string; second: string; others: number }) => string
    roomIsLocked: string
    quoted: (a: { words: string }) => string
    asking: (a: { n: number }) => string
    nobodyAsks: string
    nobodyAsksHelp: string
    notNow: string
    reconnecting: {
      restart: [string, string]
      heard: [string, string]
      muted: [string, string]
    }
    back: [string, string]
    mediaAway: [string, string]
    storeAway: [string, string]
    endsSoon: (a: { at: number }) => [string, string]
    timeOver: [string, string]
    soundBlocked: [string, string]
    picturesBlocked: [string, string]
    notices: string
    bellIsEmpty: string
    unread: string
    cameOn: (a: { n: number; first: string; second: string; others: number }) => string
    presents: (a: { who: string; file: string }) => string
    presentsNoMore: (a: { who: string }) => string
    onPage: (a: { page: number; pages: number }) => string
    shares: (a: { who: string }) => string
    leftStage: (a: { n: number; first: string; second: string; others: number }) => string
    sharesNoMore: (a: { who: string }) => string
    way: {
      join: string
      ask: string
      none: string
    }
    roomIsOpen: string
    chatIsPaused: string
    chatIsOpen: string
    wroteToYou: (a: { name: string }) => string
    youAreBlocked: string
    youMayWrite: string
    youAreMain: string
    youAreNotMain: string
    youAreNext: string
    youAreNth: (a: { n: number }) => string
    reacted: {
      clap: string
      heart: string
      think: string
      wow: string
      smile: string
    }
    leaveSure: string
    leaveUp: {
      stage: string
      backstage: string
    }
    leaveUnsent: string
    stay: string
    turnItOn: string
    startSound: string
    startPictures: string
    reasonTitle: string
    reason: string
    reasonHelp: string
    save: string
    waitingGroup: string
    admit: string
    admitAll: string
    seeAll: string
    uninvited: string
  }
  outbox: {
    outbox: string
    outboxHelp: string
    noMails: string
    older: string
    read: (a: { subject: string }) => string
    mail: string
    to: string
    about: string
    says: string
    next: string
    tries: string
    text: string
    page: string
    noText: string
    sendAgain: string
    kind: {
      'verify-email': string
      'reset-password': string
      'change-email': string
      'email-changed': string
      invitation: string
      reminder: string
      cancelled: string
      moved: string
    }
    state: {
      waiting: string
      sending: string
      sent: string
      kept: string
      bounced: string
      'given-up': string
      unknown: string
    }
    stateMeans: {
      waiting: string
      sending: string
      sent: string
      kept: string
      bounced: string
      'given-up': string
      unknown: string
    }
  }
  palette: {
    search: string
    results: string
    nothing: string
    ctrl: string
    fillers: string
    also: {
      writePrivately: string
      invite: string
      removeFromRoom: string
      leave: string
      microphone: string
      share: string
      unpin: string
    }
    why: {
      invited: string
      muted: string
      unmuted: string
      'camera-off': string
      'no-hand': string
      'none-removed': string
      'already-set': string
    }
  }
  panel: {
    tabs: string
    tab: {
      chat: string
      participants: string
      notes: string
    }
    withHands: (a: { name: string; n: number }) => string
    withUnread: (a: { name: string }) => string
  }
  pictures: {
    picture: string
    pictureHelp: string
    logo: string
    logoHelp: string
    waiting: string
    waitingHelp: string
    profile: string
    profileHelp: string
    choose: string
    replace: string
    remove: string
    drop: string
    kept: string
    removed: string
    sending: string
    later: string
  }
  portal: {
    lead: string
    roomName: string
    createRoom: string
    whoCreates: string
    joinNow: string
    invitePeople: string
    inviteHelp: string
    handOn: string
    links: {
      viewer: {
        name: string
        means: string
      }
      speaker: {
        name: string
        means: string
      }
      moderator: {
        name: string
        means: string
      }
    }
    copy: string
    copied: string
    copyBy: {
      ctrl: string
      cmd: string
      touch: string
    }
    changeNameHelp: string
    notYouSure: (a: { name: string }) => string
    notYouHelp: string
    notYouHost: string
    goOnAsOther: string
    revoke: {
      viewer: string
      speaker: string
      moderator: string
    }
    revokeSure: {
      viewer: string
      speaker: string
      moderator: string
    }
    revokeHelp: string
    revokeNow: string
    watching: (a: { n: number }) => string
    stageAndHands: (a: { stage: number; size: number; hands: number }) => string
    notLive: string
    needLink: (a: { host: string }) => string
    askIn: string
    askInHelp: string
  }
  reactions: {
    reactions: string
    reaction: {
      clap: string
      heart: string
      think: string
      wow: string
      smile: string
    }
    turn: (a: { on: boolean }) => string
  }
  requirements: {
    title: string
    parts: {
      heading: string
      lines: string[]
    }[]
  }
  room: {
    more: string
    skipToControls: string
    skipToPanel: string
    portraitHint: string
    shortcuts: string
    commandPalette: string
    seeLess: string
    quoted: (a: { words: string }) => string
    nobodyInQueue: string
    alone: string
    aloneHelp: string
    nobodyFoundHelp: string
    panelFull: string
    storyboard: string
    hideStoryboard: string
    whiteboard: string
    selectMedia: string
    presentShort: string
    shareScreen: string
    stopSharing: string
    panelHalf: string
    bell: string
    bellUnread: (a: { n: number }) => string
    giveFeedback: string
  }
  'room-form': {
    editTitle: string
    theRoom: string
    name: string
    description: string
    descriptionHelp: string
    tags: string
    tagsHelp: string
    sessions: string
    stageSize: string
    interactions: string
    chat: string
    chatMeans: string
    reactions: string
    hands: string
    handsMean: string
    privateChat: string
    waitingRoom: string
    waitingRoomMeans: string
    schedule: string
    always: string
    alwaysMeans: string
    early: string
    minutes: (a: { n: number }) => string
    brand: string
    brandHelp: string
    accent: string
    noAccent: string
    waitingText: string
    waitingTextHelp: string
    leaveTo: string
    leaveToHelp: string
    save: string
    saved: string
    notSaved: string
    discard: string
    running: string
    startFrom: string
    nothing: string
    deleteTemplate: string
    meanwhile: string
    meanwhileHelp: string
    theirs: string
    yours: string
    takeTheirs: string
    on: string
    off: string
    empty: string
    takenOver: (a: { what: string }) => string
    notAllOf: string
    goOn: (a: { place: string }) => string
    when: string
    times: string
    day: string
    start: string
    end: string
    zone: string
    repeat: string
    everyWeeks: (a: { n: number }) => string
    days: string
    until: string
    untilHelp: string
    isCancelled: (a: { day: string }) => string
    nextDay: string
    clockMissing: (a: { time: string; day: string; begins: string }) => string
    clockTwice: (a: { time: string; day: string }) => string
    dates: string
    datesIn: (a: { zone: string }) => string
    datesNone: string
    showMore: string
    moveDate: string
    cancelDate: string
    bringBack: string
    putBack: string
    moveFollowing: string
    rejoin: string
    movedFrom: (a: { when: string }) => string
    cancelled: string
    changedFrom: string
    firstDay: string
    takeOver: string
    becomes: (a: { was: string; when: string }) => string
    followingBecome: (a: { when: string; days: string; times: string }) => string
    lost: (a: { what: string }) => string
    lostHelp: string
    leaveOut: string
    isMovedTo: (a: { day: string; when: string }) => string
    firstPart: string
  }
  schedule: {
    when: (a: { from: string; to: string; zone: string }) => string
    startsIn: (a: { length: string }) => string
    startsInDays: (a: { n: number }) => string
    startsNow: string
    days: (a: { n: number }) => string
    addToCalendar: string
    file: string
    google: string
    outlook: string
    early: string
    tooEarly: string
    waitsForHost: string
    nextTime: string
    over: string
    movedFrom: (a: { when: string }) => string
  }
  'screen-share': {
    insteadOf: (a: { name: string }) => string
    insteadHelp: (a: { name: string }) => string
    isSharing: (a: { name: string }) => string
    sharerFirst: string
    screenOf: (a: { name: string }) => string
    shares: string
    stopShareOf: (a: { name: string }) => string
    makeLarge: string
    fullScreen: string
    leaveFullScreen: string
    everyoneSees: string
    contentOf: (a: { file: string; name: string }) => string
    makeContentLarge: string
  }
  shortcuts: {
    title: string
    on: string
    help: string
    space: string
    arrows: string
    keys: {
      m: string
      v: string
      space: string
      h: string
      c: string
      p: string
      arrows: string
      escape: string
      help: string
    }
  }
  stage: {
    setMain: string
    unsetMain: string
    setMainForAll: string
    unsetMainForAll: string
    isMainForAll: string
    fit: string
    fill: string
    pictureInPicture: string
    fullScreen: string
    stageFullScreen: string
    leaveFullScreen: string
    mirror: string
    unmirror: string
    hideSelf: string
    showSelf: string
    selfHidden: string
    youAreMuted: string
    youAnd: {
      host: string
      cohost: string
      moderator: string
      speaker: string
      participant: string
    }
    weak: string
    lost: string
    pages: string
    page: (a: { n: number; of: number }) => string
    previousPage: string
    nextPage: string
    speaksElsewhere: (a: { names: string }) => string
    speaksOutOfSight: (a: { names: string }) => string
  }
  storyboard: {
    title: string
    none: string
    add: string
    manage: string
    away: string
    start: (a: { name: string }) => string
    stop: (a: { name: string }) => string
    presenting: string
    notReady: string
    options: (a: { name: string }) => string
    earlier: string
    later: string
    moved: (a: { name: string; place: number; count: number }) => string
    remove: string
    name: string
    saveAs: string
    saved: string
    noneSaved: string
    files: (a: { n: number }) => string
    import: string
    rename: string
    renameOf: (a: { name: string }) => string
    deleteOf: (a: { name: string }) => string
    prepare: string
    prepareHelp: string
  }
}

/** What a page needs before it can be drawn. */
export type FirstPart = 'core' | 'portal' | 'panel' | 'reactions' | 'room' | 'stage'

/** What only the pages around the room need. */
export type AroundPart =
  | 'account'
  | 'admin'
  | 'content'
  | 'invites'
  | 'media'
  | 'members'
  | 'my-sessions'
  | 'notes'
  | 'outbox'
  | 'pictures'
  | 'requirements'
  | 'room-form'
  | 'schedule'
  | 'storyboard'

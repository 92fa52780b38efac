package main

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/livekit/protocol/livekit"
	lksdk "github.com/livekit/server-sdk-go/v2"
	"github.com/pion/rtp"
	"github.com/pion/webrtc/v4"
)

const (
	// So many connect at the same time.
	atOnce    = 8
	firstSoon = 20 * time.Second
)

// Viewers, each with a connection of their own, who count what arrives.
type audience struct {
	load
	viewers        int
	packets, bytes atomic.Uint64
	lost           atomic.Int64
	took           histogram
	late           lateness
	tracks         sync.Map
	joined         histogram
}

// What arrived of one track: numbers of packets are counted on beyond their 16 bits (RFC 3550, A.1).
type track struct {
	mutex           sync.Mutex
	first, last     uint32
	received        uint32
	isSound, isSeen bool
}

func (a *audience) grow(to int) any {
	var failed atomic.Int64
	var group sync.WaitGroup
	slots := make(chan struct{}, atOnce)
	a.joined.clear()
	began := time.Now()
	for n := a.viewers; n < to; n++ {
		group.Add(1)
		slots <- struct{}{}
		go func() {
			defer group.Done()
			defer func() { <-slots }()
			began := time.Now()
			if err := a.enter(n); err != nil {
				failed.Add(1)
				return
			}
			a.joined.note(time.Since(began))
		}()
	}
	group.Wait()
	grown := to - a.viewers
	a.viewers = to
	return map[string]any{
		"failed": failed.Load(), "joinsPerSecond": float64(grown) / time.Since(began).Seconds(),
		"firstSoundMs": map[string]int{"p50": a.joined.at(.5), "p99": a.joined.at(.99)},
	}
}

// Resolves once the first packet is there.
func (a *audience) enter(n int) error {
	token, err := a.token(fmt.Sprintf("viewer-%d", n), false)
	if err != nil {
		return err
	}
	first := make(chan struct{})
	var once sync.Once
	callback := lksdk.NewRoomCallback()
	callback.OnTrackSubscribed = func(remote *webrtc.TrackRemote, publication *lksdk.RemoteTrackPublication, of *lksdk.RemoteParticipant) {
		if publication.Kind() == lksdk.TrackKindVideo && !strings.HasSuffix(of.Identity(), "-0") {
			_ = publication.SetVideoQuality(livekit.VideoQuality_LOW)
		}
		a.read(remote, func() { once.Do(func() { close(first) }) })
	}
	if _, err := lksdk.ConnectToRoomWithToken(a.url, token, callback); err != nil {
		return err
	}
	select {
	case <-first:
		return nil
	case <-time.After(firstSoon):
		return fmt.Errorf("nothing came")
	}
}

func (a *audience) read(remote *webrtc.TrackRemote, arrived func()) {
	counts := &track{isSound: remote.Kind() == webrtc.RTPCodecTypeAudio}
	a.tracks.Store(counts, true)
	buffer := make([]byte, 1_500)
	packet := new(rtp.Packet)
	for {
		size, _, err := remote.Read(buffer)
		if err != nil {
			a.tracks.Delete(counts)
			return
		}
		if packet.Unmarshal(buffer[:size]) != nil {
			continue
		}
		a.packets.Add(1)
		a.bytes.Add(uint64(size))
		counts.note(packet.SequenceNumber)
		// What was sent twice for want of an answer is a padding, or has no time in it.
		if counts.isSound && len(packet.Payload) == soundBytes {
			a.took.note(time.Since(sentAt(packet.Payload[:stampBytes])))
			arrived()
		}
	}
}

func (t *track) note(number uint16) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if !t.isSeen {
		t.isSeen, t.first, t.last = true, uint32(number)+1<<16, uint32(number)+1<<16
	}
	t.received++
	extended := t.last + uint32(int32(int16(number-uint16(t.last))))
	t.last = max(t.last, extended)
}

// Begins to count anew.
func (t *track) restart() {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.first, t.received = t.last+1, 0
}

func (t *track) loss() (expected, lost int64) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if !t.isSeen || t.last+1 < t.first {
		return 0, 0
	}
	expected = int64(t.last) - int64(t.first) + 1
	return expected, max(0, expected-int64(t.received))
}

func (a *audience) counted() (uint64, uint64) { return a.packets.Load(), a.bytes.Load() }

func (a *audience) reset() {
	a.took.clear()
	a.late.p99()
	a.tracks.Range(func(key, _ any) bool { key.(*track).restart(); return true })
}

func (a *audience) figures(float64) map[string]any {
	var expected, lost, sounds, silentSounds int64
	a.tracks.Range(func(key, _ any) bool {
		e, l := key.(*track).loss()
		expected, lost = expected+e, lost+l
		if key.(*track).isSound {
			sounds++
			if e == 0 {
				silentSounds++
			}
		}
		return true
	})
	return map[string]any{
		"lossPercent": 100 * float64(lost) / float64(max(1, expected)),
		"silent":      silentSounds, "hearing": sounds,
		"soundMs":   map[string]int{"p50": a.took.at(.5), "p99": a.took.at(.99)},
		"lateP99Ms": a.late.p99(),
	}
}

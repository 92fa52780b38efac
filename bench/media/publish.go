package main

import (
	"crypto/rand"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/livekit/protocol/livekit"
	lksdk "github.com/livekit/server-sdk-go/v2"
	"github.com/pion/rtcp"
	"github.com/pion/webrtc/v4"
	"github.com/pion/webrtc/v4/pkg/media"
)

const (
	// Opus as livekit-client sends it: 48 kbit/s in packets of 20 ms.
	soundEvery = 20 * time.Millisecond
	soundBytes = 120
	// A frame 30 times a second; a key frame is larger, here fourfold.
	frameEvery = time.Second / 30
	keyFactor  = 4
)

// The simulcast layers of livekit-client 2.23.0 for a camera of 720p, in bit/s.
var layers = []struct {
	quality       livekit.VideoQuality
	rid           string
	width, height uint32
	bitrate       int
}{
	{livekit.VideoQuality_LOW, "q", 320, 180, 160_000},
	{livekit.VideoQuality_MEDIUM, "h", 640, 360, 450_000},
	{livekit.VideoQuality_HIGH, "f", 1280, 720, 1_700_000},
}

// People on stage, each with a connection of their own.
type stage struct {
	packets, bytes atomic.Uint64
	keyFrames      atomic.Uint64
	late           lateness
}

func newStage(l load) *stage {
	s := &stage{}
	for n := range max(l.sounds, l.pictures) {
		if err := s.enter(l, n); err != nil {
			fatal(err)
		}
	}
	return s
}

func (s *stage) enter(l load, n int) error {
	token, err := l.token(fmt.Sprintf("stage-%d", n), true)
	if err != nil {
		return err
	}
	room, err := lksdk.ConnectToRoomWithToken(l.url, token, lksdk.NewRoomCallback(), lksdk.WithAutoSubscribe(false))
	if err != nil {
		return err
	}
	if n < l.sounds {
		if err := s.sound(room); err != nil {
			return err
		}
	}
	if n < l.pictures {
		return s.picture(room)
	}
	return nil
}

func (s *stage) sound(room *lksdk.Room) error {
	track, err := lksdk.NewLocalTrack(webrtc.RTPCodecCapability{MimeType: webrtc.MimeTypeOpus})
	if err != nil {
		return err
	}
	options := &lksdk.TrackPublicationOptions{Source: livekit.TrackSource_MICROPHONE, DisableDTX: true}
	if _, err := room.LocalParticipant.PublishTrack(track, options); err != nil {
		return err
	}
	go every(soundEvery, func() {
		payload := make([]byte, soundBytes)
		stamp(payload)
		s.sent(len(payload), 1)
		_ = track.WriteSample(media.Sample{Data: payload, Duration: soundEvery}, nil)
	})
	return nil
}

func (s *stage) picture(room *lksdk.Room) error {
	tracks := make([]*lksdk.LocalTrack, 0, len(layers))
	for _, layer := range layers {
		var wantsKey atomic.Bool
		wantsKey.Store(true)
		asked := lksdk.WithRTCPHandler(func(packet rtcp.Packet) {
			if _, ok := packet.(*rtcp.PictureLossIndication); ok {
				wantsKey.Store(true)
			}
		})
		simulcast := lksdk.WithSimulcast("camera", &livekit.VideoLayer{
			Quality: layer.quality, Width: layer.width, Height: layer.height, Bitrate: uint32(layer.bitrate),
		})
		track, err := lksdk.NewLocalTrack(webrtc.RTPCodecCapability{MimeType: webrtc.MimeTypeVP8}, simulcast, asked)
		if err != nil {
			return err
		}
		tracks = append(tracks, track)
		size := layer.bitrate / 8 / 30
		go every(frameEvery, func() {
			frame := s.frame(size, layer.width, layer.height, wantsKey.Swap(false))
			_ = track.WriteSample(media.Sample{Data: frame, Duration: frameEvery}, nil)
		})
	}
	options := &lksdk.TrackPublicationOptions{Source: livekit.TrackSource_CAMERA, VideoWidth: 1280, VideoHeight: 720}
	_, err := room.LocalParticipant.PublishSimulcastTrack(tracks, options)
	return err
}

// A frame of VP8 with a true header and noise behind it (RFC 6386, 9.1).
func (s *stage) frame(size int, width, height uint32, isKey bool) []byte {
	if isKey {
		s.keyFrames.Add(1)
		size *= keyFactor
	}
	frame := make([]byte, size)
	_, _ = rand.Read(frame)
	frame[0] |= 1
	if isKey {
		frame[0] &^= 1
		copy(frame[3:], []byte{0x9d, 0x01, 0x2a, byte(width), byte(width >> 8), byte(height), byte(height >> 8)})
	}
	// Packets of 1,200 bytes, as the SDK makes them.
	s.sent(size, (size+1_199)/1_200)
	return frame
}

func (s *stage) sent(bytes, packets int) {
	s.bytes.Add(uint64(bytes))
	s.packets.Add(uint64(packets))
}

func (s *stage) grow(int) any { return map[string]any{"ready": true} }

func (s *stage) counted() (uint64, uint64) { return s.packets.Load(), s.bytes.Load() }

func (s *stage) reset() {
	s.keyFrames.Store(0)
	s.late.p99()
}

func (s *stage) figures(seconds float64) map[string]any {
	return map[string]any{"keyFramesPerSecond": float64(s.keyFrames.Load()) / seconds, "lateP99Ms": s.late.p99()}
}

func every(wait time.Duration, do func()) {
	for range time.Tick(wait) {
		do()
	}
}

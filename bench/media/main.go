// Load for bench/media.ts: one process that publishes a stage into a room of LiveKit, or one that receives it many times.
// What is published is not sound and pictures but as many bytes of them, with the headers that LiveKit reads; each packet of sound
// carries the time at which it was sent. Commands come a line each on stdin, and each is answered by a line of JSON.
package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime/metrics"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/go-logr/logr"
	"github.com/livekit/protocol/auth"
	"github.com/livekit/protocol/logger"
	lksdk "github.com/livekit/server-sdk-go/v2"
)

type load struct {
	url, key, secret, room string
	// How many on stage send sound, and how many pictures; a viewer has one of these large and the others small.
	sounds, pictures int
}

// A viewer enters as one of the product: hidden, and publishing nothing.
func (l load) token(identity string, publishes bool) (string, error) {
	no := false
	grant := &auth.VideoGrant{RoomJoin: true, Room: l.room, CanPublish: &publishes, CanPublishData: &no, Hidden: !publishes}
	return auth.NewAccessToken(l.key, l.secret).SetIdentity(identity).SetVideoGrant(grant).SetValidFor(time.Hour).ToJWT()
}

func main() {
	var l load
	flag.StringVar(&l.url, "url", "", "LiveKit's address, ws://")
	flag.StringVar(&l.key, "key", "", "its key")
	flag.StringVar(&l.secret, "secret", "", "its secret")
	flag.StringVar(&l.room, "room", "", "the room")
	flag.IntVar(&l.sounds, "sounds", 1, "how many send sound")
	flag.IntVar(&l.pictures, "pictures", 1, "how many send pictures")
	role := flag.String("role", "receive", "publish or receive")
	flag.Parse()
	logger.SetLogger(logger.LogRLogger(logr.Discard()), "")
	lksdk.SetLogger(logger.GetLogger())
	if *role == "publish" {
		serve(newStage(l))
	} else {
		serve(&audience{load: l})
	}
}

// What both kinds of load do: become so many, and count for so long.
type side interface {
	grow(to int) any
	counted() (packets, bytes uint64)
	figures(seconds float64) map[string]any
	reset()
}

func serve(s side) {
	lines := bufio.NewScanner(os.Stdin)
	answer := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) != 2 {
			fatal(fmt.Errorf("not a command: %s", lines.Text()))
		}
		n, err := strconv.Atoi(words[1])
		if err != nil {
			fatal(err)
		}
		switch words[0] {
		case "grow":
			_ = answer.Encode(s.grow(n))
		case "measure":
			_ = answer.Encode(measure(s, time.Duration(n)*time.Second))
		}
	}
}

func measure(s side, wait time.Duration) map[string]any {
	s.reset()
	packets, bytes := s.counted()
	began, cpu := time.Now(), cpuSeconds()
	time.Sleep(wait)
	seconds := time.Since(began).Seconds()
	packetsNow, bytesNow := s.counted()
	result := s.figures(seconds)
	result["packetsPerSecond"] = float64(packetsNow-packets) / seconds
	result["mbitPerSecond"] = float64(bytesNow-bytes) * 8 / 1e6 / seconds
	result["cores"] = (cpuSeconds() - cpu) / seconds
	return result
}

func cpuSeconds() float64 {
	var used syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &used)
	return time.Duration(used.Utime.Nano() + used.Stime.Nano()).Seconds()
}

// Goroutines that wait for a core, in ms at the 99th hundredth since the last call: how late this process itself was.
type lateness struct{ before []uint64 }

func (l *lateness) p99() float64 {
	sample := []metrics.Sample{{Name: "/sched/latencies:seconds"}}
	metrics.Read(sample)
	h := sample[0].Value.Float64Histogram()
	counts := make([]uint64, len(h.Counts))
	var total uint64
	for i, count := range h.Counts {
		counts[i] = count
		if l.before != nil {
			counts[i] -= l.before[i]
		}
		total += counts[i]
	}
	l.before = append([]uint64(nil), h.Counts...)
	var seen uint64
	for i, count := range counts {
		seen += count
		if total > 0 && seen*100 >= total*99 {
			return h.Buckets[i] * 1e3
		}
	}
	return 0
}

// Times in ms, a bucket each; the last is all that took longer.
type histogram [2001]atomic.Uint32

func (h *histogram) note(took time.Duration) {
	h[max(0, min(len(h)-1, int(took.Milliseconds())))].Add(1)
}

func (h *histogram) clear() {
	for i := range h {
		h[i].Store(0)
	}
}

func (h *histogram) at(share float64) int {
	var total, seen float64
	for i := range h {
		total += float64(h[i].Load())
	}
	for i := range h {
		if seen += float64(h[i].Load()); total > 0 && seen >= total*share {
			return i
		}
	}
	return -1
}

const stampBytes = 8

func stamp(payload []byte) { binary.BigEndian.PutUint64(payload, uint64(time.Now().UnixNano())) }

func sentAt(payload []byte) time.Time {
	return time.Unix(0, int64(binary.BigEndian.Uint64(payload)))
}

func fatal(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

//go:build race

package screening_test

// raceDetector says that the tests run with the race detector, ten times slower.
const raceDetector = true

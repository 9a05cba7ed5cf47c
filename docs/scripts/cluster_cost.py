#!/usr/bin/env python3
"""Forecasts a job on a cluster: cores, slow machines and lost executors are drawn at random from a fixed seed.

  cluster_cost.py                 prints the table of docs/cluster.md
  cluster_cost.py --check         checks the simulation against cases whose answers are known
"""
import heapq
import random
import sys

CPU_PER_MEGAPIXEL = 1.5  # seconds, measured: --effort fast, drawn files with text
MEGAPIXELS_PER_FILE = 0.47  # of the same files
FILES_PER_TASK = 200
START = 60.0  # seconds until a new executor has its engines


def simulate(tasks, cores, slow=0.0, factor=4.0, losses=0.0, speculate=True, seed=1):
    """Wall-clock and core seconds of a job.

    tasks: seconds of each task, in the order in which they start; slow: share of cores that need `factor` times as
    long; losses: lost executors per core and hour, each of which loses the task at hand; speculate: an idle core takes
    the task that would end last if it could end it sooner.
    """
    chance = random.Random(seed)
    speed = [factor if chance.random() < slow else 1.0 for _ in range(cores)]
    free = [(0.0, core) for core in range(cores)]
    heapq.heapify(free)
    ends, used = [], 0.0
    for work in tasks:
        begin, core = heapq.heappop(free)
        now = begin
        while True:
            lost = chance.expovariate(losses / 3600) if losses else float("inf")
            if lost >= work * speed[core]:
                break
            now += lost + START  # again from the start: finished files are only proven, which this leaves out
        end = now + work * speed[core]
        used += end - begin
        ends.append((end, work, core))
        heapq.heappush(free, (end, core))
    last = max(end for end, _, _ in ends)
    if speculate:
        idle = sorted(free)
        finish = []
        for end, work, core in sorted(ends, reverse=True)[: cores // 2]:
            if idle and speed[core] > 1 and idle[0][0] + work < end:
                begin, other = heapq.heappop(idle)
                used += work * speed[other]
                finish.append(min(end, begin + work * speed[other]))
                heapq.heappush(idle, (finish[-1], other))
            else:
                finish.append(end)
        rest = sorted((e for e, _, _ in ends), reverse=True)[cores // 2 :]
        last = max(finish + rest[:1])
    return last, used


def tasks_of(files, seed=1):
    """Tasks of files whose sizes vary as those of an archive: some cines are hundreds of times as costly."""
    chance = random.Random(seed)
    mean = CPU_PER_MEGAPIXEL * MEGAPIXELS_PER_FILE * FILES_PER_TASK
    draws = [chance.lognormvariate(0, 0.6) for _ in range(files // FILES_PER_TASK)]
    scale = mean * len(draws) / sum(draws)
    return sorted((d * scale for d in draws), reverse=True)


def check():
    """Cases whose answers are known."""
    assert simulate([10.0] * 8, 4) == (20.0, 80.0), "equal tasks on equal cores"
    assert simulate([10.0], 4, slow=1.0, factor=3.0, speculate=False)[0] == 30.0, "a slow core"
    alone = simulate([100.0] * 50, 5, slow=0.2, speculate=False, seed=3)
    helped = simulate([100.0] * 50, 5, slow=0.2, speculate=True, seed=3)
    assert helped[0] <= alone[0], "speculation never makes a job longer"
    calm = simulate([100.0] * 500, 20)
    rough = simulate([100.0] * 500, 20, losses=1.0)
    assert rough[1] > calm[1] and rough[0] > calm[0], "losses cost time"
    long_first = simulate([100.0] + [1.0] * 100, 2)
    long_last = simulate([1.0] * 100 + [100.0], 2)
    assert long_first[0] == 100.0 and long_last[0] == 150.0, "costly tasks first"
    work = tasks_of(1_000_000)
    assert abs(sum(work) - 1_000_000 * CPU_PER_MEGAPIXEL * MEGAPIXELS_PER_FILE) < 1, "no work is lost"
    print("ok")


def table():
    """The table of docs/cluster.md."""
    print("| files | cores | calm: hours | 5 % slow, 1 loss a core and day: hours | core hours | overhead |")
    print("|---|---|---|---|---|---|")
    for files, cores in ((1_000_000, 32), (10_000_000, 320), (100_000_000, 1000), (100_000_000, 3200)):
        work = tasks_of(files)
        calm, least = simulate(work, cores)
        rough, used = simulate(work, cores, slow=0.05, losses=1 / 24)
        hours = [x / 3600 for x in (calm, rough, used)]
        print(f"| {files:,} | {cores:,} | {hours[0]:.1f} | {hours[1]:.1f} | {hours[2]:,.0f} | {100 * (used / least - 1):.0f} % |")


if __name__ == "__main__":
    check() if sys.argv[1:] == ["--check"] else table()

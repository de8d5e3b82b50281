package org.heard.analytics.training;

import java.util.List;

/**
 * Logistic regression with a ridge on all but the first input, by Newton's method. For a handful of
 * inputs.
 */
final class Logistic {

  private static final int MOST_STEPS = 25;
  private static final double CLOSE = 1e-6;

  private Logistic() {}

  /** Weights that make the yes and no of the targets most probable; targets of 0 are left out. */
  static double[] fit(List<double[]> inputs, byte[] targets, double ridge) {
    int size = inputs.get(0).length;
    double[] weights = new double[size];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[size];
      double[][] hessian = new double[size][size];
      for (int i = 0; i < targets.length; i++) {
        if (targets[i] != 0) {
          add(inputs.get(i), targets[i], weights, gradient, hessian);
        }
      }
      for (int j = 0; j < size; j++) {
        double pull = j == 0 ? 1e-6 : ridge;
        gradient[j] += pull * weights[j];
        hessian[j][j] += pull;
      }
      if (move(weights, solve(hessian, gradient)) < CLOSE) {
        break;
      }
    }
    return weights;
  }

  private static void add(
      double[] input, byte target, double[] weights, double[] gradient, double[][] hessian) {
    double sum = 0;
    for (int j = 0; j < input.length; j++) {
      sum += weights[j] * input[j];
    }
    double probability = 1 / (1 + StrictMath.exp(-sum));
    double error = probability - (target > 0 ? 1 : 0);
    double spread = Math.max(1e-9, probability * (1 - probability));
    for (int j = 0; j < input.length; j++) {
      gradient[j] += error * input[j];
      for (int k = 0; k <= j; k++) {
        hessian[j][k] += spread * input[j] * input[k];
      }
    }
  }

  private static double move(double[] weights, double[] step) {
    double largest = 0;
    for (int j = 0; j < weights.length; j++) {
      weights[j] -= step[j];
      largest = Math.max(largest, Math.abs(step[j]));
    }
    return largest;
  }

  /** Solves a symmetric positive definite system given by its lower half (Cholesky). */
  private static double[] solve(double[][] lower, double[] right) {
    int size = right.length;
    for (int j = 0; j < size; j++) {
      for (int i = j; i < size; i++) {
        double sum = lower[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j][j];
      }
    }
    double[] solution = right.clone();
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        solution[i] -= lower[i][k] * solution[k];
      }
      solution[i] /= lower[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        solution[i] -= lower[k][i] * solution[k];
      }
      solution[i] /= lower[i][i];
    }
    return solution;
  }
}
